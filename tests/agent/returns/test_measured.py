"""Figures are kept with the code that they belong to; what cannot be read was not measured."""

from backstay.agent.returns.measured import FILE, Measured, keep, kept
from backstay.agent.tree.snapshot import Revision


def test_figures_survive_being_kept(tmp_path) -> None:
    seen = Measured("c", "t", passed=1, coverage=90.0, why=("no proof",))
    keep(tmp_path, seen)

    assert kept(tmp_path) == seen
    assert seen.of(Revision("other", "t"))
    assert not seen.of(Revision("c", "u"))


def test_a_damaged_or_absent_file_is_nothing_measured(tmp_path) -> None:
    assert kept(tmp_path).tree == ""
    assert not kept(tmp_path).of(Revision("", ""))
    (tmp_path / ".build").mkdir()
    for text in ("{", "[]", '{"invented": 1}'):
        (tmp_path / FILE).write_text(text)
        assert kept(tmp_path).passed is None
