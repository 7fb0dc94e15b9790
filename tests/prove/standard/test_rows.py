"""Every row of the standard is there once, as it was asked for, and its page is rendered."""

import re
from pathlib import Path

import pytest

from backstay.prove.standard.page import page
from backstay.prove.standard.rows import Holder, RowError, read, rows
from tests.prove.standard.texts import ROOT

SHARED = (ROOT.parent / "shared", ROOT.parent.parent / "shared")
COUNT = 249


def test_every_row_is_there_once():
    assert [row.id for row in rows()] == [f"R-{number:03}" for number in range(1, COUNT + 1)]


def test_the_rows_are_those_of_the_requirements():
    """With the proof that is asked for and the threshold, word for word."""
    file = next((one for one in SHARED if (one / "requirements.md").is_file()), None)
    if file is None:
        pytest.skip("../shared/requirements.md is not here: unproven that no row was added there")
    asked = {}
    for line in (file / "requirements.md").read_text("utf-8").splitlines():
        if re.match(r"\| R-\d+ \|", line):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            asked[cells[0]] = (cells[2], cells[5], cells[4].replace("-", "") and cells[4])

    assert {one.id: (one.category, " ".join(one.proof), one.threshold) for one in rows()} == asked


def test_every_row_says_what_it_is_about():
    assert [row.id for row in rows() if not row.words] == []


def test_the_page_in_docs_is_the_one_that_is_rendered():
    written = Path(ROOT / "docs" / "requirements.md").read_text("utf-8")

    assert written == page(), "backstay explain --requirements > docs/requirements.md"


ASKED = {"R-001": "R-001 | GEN CHK | all | word, other"}


def test_a_row_is_read_from_its_two_lines():
    row = read("R-001 | x | y | test a.py::test_b; open 2 the rest of it", ASKED)

    assert (row.proof, row.threshold, row.words) == (("GEN", "CHK"), "all", ("word", "other"))
    assert row.holders == (Holder("test", "a.py", "test_b"), Holder("open", "2 the rest of it"))


@pytest.mark.parametrize(
    ("line", "asked", "said"),
    [
        ("R-001 | x | y", ASKED, "four parts"),
        ("R-001 | x | y | somehow", ASKED, "`somehow` is no holder"),
        ("R-001 | x | y | built", ASKED, "`built` is no holder"),
        ("R-002 | x | y | built a", ASKED, "asked.txt says nothing of it"),
        ("R-001 | x | y | built a", {"R-001": "R-001 | WISH | |"}, "`WISH` is no proof"),
        ("R-001 | x | y | built a", {"R-001": "R-001 | GEN"}, "four parts"),
    ],
)
def test_a_broken_line_is_named(line: str, asked: dict[str, str], said: str):
    with pytest.raises(RowError, match=said):
        read(line, asked)
