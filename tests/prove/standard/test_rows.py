"""Every row of the standard is there once, and what holds it exists."""

import re
from pathlib import Path

import pytest

from backstay.prove import probes
from backstay.prove.standard.coverage import coverage
from backstay.prove.standard.page import page
from backstay.prove.standard.rows import Holder, RowError, read, rows

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "requirements.md"
TEMPLATES = ROOT / "src" / "backstay" / "build" / "templates"
COUNT = 249


def test_every_row_is_there_once():
    assert [row.id for row in rows()] == [f"R-{number:03}" for number in range(1, COUNT + 1)]


def test_the_rows_are_those_of_the_requirements():
    if not SHARED.is_file():
        pytest.skip("../shared/requirements.md is not here: unproven that no row was added there")
    asked = re.findall(r"^\| (R-\d+) \|", SHARED.read_text("utf-8"), re.MULTILINE)

    assert sorted(asked) == [row.id for row in rows()]


@pytest.mark.parametrize("one", coverage(), ids=lambda one: one.row.id)
def test_something_holds_a_row_and_it_exists(one):
    assert one.state != "nothing"
    assert [holder for holder in one.holders if not exists(holder)] == []


def exists(holder: Holder) -> bool:
    """Whether a path, a module or a probe is there; a reason has to be a sentence."""
    what = holder.what
    if holder.kind == "built":
        return (TEMPLATES / what).exists()
    if holder.kind == "code":
        place = ROOT / "src" / what.replace(".", "/")
        return place.is_dir() or place.with_suffix(".py").is_file()
    if holder.kind == "probe":
        return (Path(probes.__path__[0]) / f"{what}.py").is_file()
    if holder.kind in ("test", "page"):
        return (ROOT / what).exists()
    if holder.kind == "open":
        return bool(re.fullmatch(r"\d+ .{15,}", what))
    return len(what) > 20 or holder.kind == "rule"


def test_the_page_in_docs_is_the_one_that_is_rendered():
    written = (ROOT / "docs" / "requirements.md").read_text("utf-8")

    assert written == page(), "backstay explain --requirements > docs/requirements.md"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("R-001 | x | y", "four parts"),
        ("R-001 | x | y | somehow", "`somehow` is no holder"),
        ("R-001 | x | y | built", "`built` is no holder"),
    ],
)
def test_a_broken_line_is_named(line, said):
    with pytest.raises(RowError, match=said):
        read(line)
