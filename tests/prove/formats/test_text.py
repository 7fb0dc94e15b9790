"""The text says place, rule, message, what to do, and the sum; annotations are escaped."""

import json

from backstay.prove.checking.report import Report, Unproven, Waived
from backstay.prove.checking.waivers import Waiver
from backstay.prove.finding import Finding, Location, Severity
from backstay.prove.formats.github import github
from backstay.prove.formats.plain import plain
from backstay.prove.formats.text import text

FOUND = Finding(
    "DAT003", "a commit", Location("a,b.py", 3, 5), "100% let it", "backstay check --fix"
)
WAIVED = Waived(FOUND, Waiver(("DAT003",), "a.py", 3, 3, "the importer"))
REPORT = Report(
    "/x",
    (FOUND,),
    (Finding("FIT001", "long", Location("c.py", 1), severity=Severity.INFO),),
    (WAIVED,),
    2,
    (Unproven("odd.py", "not UTF-8"),),
    9,
    1000,
    0.031,
    ("1 notebook(s) are not read",),
)


def test_the_text_is_for_people():
    assert text(REPORT).split("\n") == [
        "a,b.py:3:5: DAT003 a commit",
        "    hint: 100% let it",
        "    fix: backstay check --fix",
        "unproven: odd.py: not UTF-8",
        "note: 1 notebook(s) are not read",
        "1 finding (1 high) in 9 files: failed",
        "1 waived; 2 recorded in the baseline; 1 only inform (--all shows them); 1 unproven",
        "debt ratio 3.1% of 1000 lines (at most 5%)",
    ]


def test_all_shows_also_what_only_informs_and_what_is_waived():
    shown = text(REPORT, everything=True)

    assert "c.py:1: FIT001 (information) long" in shown
    assert "a,b.py:3:5: DAT003 waived: the importer" in shown


def test_annotations_are_escaped():
    assert github(REPORT).split("\n")[0] == (
        "::error file=a%2Cb.py,line=3,col=5,title=DAT003::a commit%0A100%25 let it"
    )


def test_json_says_everything_and_equal_reports_give_equal_bytes():
    data = json.loads(plain(REPORT))

    assert data["outcome"] == "failed"
    assert data["waived"][0]["reason"] == "the importer"
    assert data["unproven"] == [{"what": "odd.py", "why": "not UTF-8"}]
    assert plain(REPORT) == plain(REPORT)
