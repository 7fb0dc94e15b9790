"""The base of each file, and what becomes of it once a conflict is resolved."""

import pytest

from backstay.build.files.base import FILE, Base, digest, pack_of, read_base, resolved

MARKED = "<<<<<<< edited\nmine\n=======\nnew\n>>>>>>> fresh\n"
WAITING = Base({"a.py": "old\n"}, {"a.py": "new\n"})


def test_base_and_pending_texts_come_back(tmp_path):
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_bytes(pack_of(WAITING))

    assert read_base(tmp_path) == WAITING


def test_nothing_built_has_no_base(tmp_path):
    assert read_base(tmp_path) == Base({}, {})


@pytest.mark.parametrize(
    ("edited", "base"),
    [
        ("mine and new\n", "new\n"),
        (MARKED, "old\n"),
        ("mine\n", "old\n"),
        (None, "old\n"),
    ],
    ids=["resolved", "still marked", "restored as it was", "deleted"],
)
def test_the_fresh_text_is_the_base_once_its_conflict_is_resolved(edited, base):
    assert resolved(WAITING, "a.py", edited, digest("mine\n")) == base


def test_a_file_without_conflict_keeps_its_base():
    assert resolved(Base({"a.py": "old\n"}, {}), "a.py", "mine\n", None) == "old\n"
    assert resolved(Base({}, {}), "a.py", "mine\n", None) is None


def test_any_bytes_have_a_digest():
    text = b"\xe4 in latin-1\n".decode(errors="surrogateescape")

    assert digest(text) != digest("in latin-1\n")
