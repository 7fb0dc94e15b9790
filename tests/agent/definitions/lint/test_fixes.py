"""Fixes are written all at once; what was mended is no finding any more."""

from pathlib import Path

import pytest

from backstay.agent.definitions.lint.fixes import apply_fixes
from backstay.agent.definitions.lint.run import lint
from backstay.agent.definitions.load import load_definition
from backstay.agent.definitions.model import Fix
from backstay.agent.definitions.places import Found
from backstay.agent.definitions.roster import load_files

QUIRKS = Path(__file__).parents[1] / "quirks"


@pytest.mark.parametrize("name", ["template.md", "broken.md"])
def test_mending_a_definition_leaves_nothing_to_mend(tmp_path: Path, name: str) -> None:
    place = tmp_path / name
    place.write_bytes((QUIRKS / name).read_bytes())
    before = load_definition(place)

    made = apply_fixes(place, [one.fix for one in before.repairs if one.fix])

    after = load_definition(place)
    assert made == len(before.repairs)
    assert after.repairs == ()
    assert after.description == before.description
    assert after.tools == before.tools


def test_of_two_fixes_for_one_line_the_first_is_made(tmp_path: Path) -> None:
    place = tmp_path / "a.md"
    place.write_text("1\n2\n3\n4\n")

    made = apply_fixes(place, [Fix(2, 3, "x"), Fix(3, 3, "y"), Fix(4, 4, "z\nz"), Fix(2, 3, "x")])

    assert made == 2
    assert place.read_text() == "1\nx\nz\nz\n"


def test_without_fixes_the_file_is_not_touched(tmp_path: Path) -> None:
    assert apply_fixes(tmp_path / "not-there.md", []) == 0


def test_a_file_keeps_its_permissions_and_leaves_nothing_behind(tmp_path: Path) -> None:
    place = tmp_path / "a.md"
    place.write_text("1")
    place.chmod(0o640)

    apply_fixes(place, [Fix(1, 1, "2")])

    assert place.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [place]


def test_a_failure_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "a.md"
    place.write_text("1")

    def full(*args: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", full)

    with pytest.raises(OSError, match="no space left"):
        apply_fixes(place, [Fix(1, 1, "2")])

    assert place.read_text() == "1"
    assert list(tmp_path.iterdir()) == [place]


def test_every_fix_that_lint_offers_can_be_made(tmp_path: Path) -> None:
    place = tmp_path / "late.md"
    place.write_text("\n\n---\nname: late\ndescription: a: b\n\nThe body begins.\n")
    roster = load_files([Found(place, "late.md", "project")])
    found = lint(roster)

    apply_fixes(place, [one.fix for one in found if one.fix])

    again = lint(load_files([Found(place, "late.md", "project")]))
    assert {one.code for one in found} == {"late-header", "unclosed-header", "header-yaml"}
    assert again == ()
    assert place.read_text().startswith("---\nname: late\n")
