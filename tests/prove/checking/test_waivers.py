"""The file of waivers excuses by pattern; whoever writes it wrongly is told the line."""

from datetime import date

import pytest

from backstay.prove.checking.noqa import excused_by_noqa
from backstay.prove.checking.waivers import WaiversError, in_file, written_in

GOOD = '[[allow]]\nrule = "DAT003"\npath = "app/*"\nreason = "batches"\nuntil = "2027-06-01"\n'


def test_an_entry_says_all_of_a_waiver(tmp_path):
    file = tmp_path / "backstay-waivers.toml"
    file.write_text(f"# why\n{GOOD}")
    (one,) = in_file(file)

    assert (one.rules, one.path, one.line, one.reason) == (("DAT003",), "app/*", 2, "batches")
    assert one.excuses("DAT003", "app/deep/down.py", 7, 7)
    assert not one.excuses("DAT001", "app/a.py", 7, 7)
    assert not one.expired(date(2027, 6, 1))
    assert one.expired(date(2027, 6, 2))


def test_without_a_file_there_are_none(tmp_path):
    assert in_file(tmp_path / "none.toml") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[allow", "backstay-waivers.toml: "),
        (GOOD.replace("reason", "because"), "waivers.toml:1: a waiver needs rule, path and reason"),
        (GOOD.replace("2027-06-01", "soon"), "waivers.toml:1: until is a date"),
        ('allow = [{rule = "DAT003"}]', r"write each waiver as a table \[\[allow\]\]"),
    ],
)
def test_a_mistake_is_said(tmp_path, text, said):
    file = tmp_path / "backstay-waivers.toml"
    file.write_text(text)

    with pytest.raises(WaiversError, match=said):
        in_file(file)


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("# backstay: allow[DAT003] why", ("DAT003", "why", "")),
        ("# backstay: allow[DAT003, SEC002] why", ("DAT003 SEC002", "why", "")),
        ("// backstay: allow[NOD001] why until 2027-01-02", ("NOD001", "why", "2027-01-02")),
        ("# backstay: allow[DAT003]", ("DAT003", "", "")),
        ("# backstay: allow[DAT003] why until 2027-99-99", ("DAT003", "why", "")),
    ],
)
def test_a_comment_says_all_of_a_waiver(comment, said):
    (one,) = written_in("a.py", [(5, comment, False)])

    assert (" ".join(one.rules), one.reason, one.until) == said
    assert one.covers == 5


def test_a_comment_that_stands_alone_is_meant_for_the_next_line():
    (one,) = written_in("a.py", [(5, "# backstay: allow[DAT003] why", True)])

    assert one.covers == 6


@pytest.mark.parametrize(
    ("comment", "rules", "reason"),
    [
        ("# noqa: S608 names of the contract", ("DAT001",), "names of the contract"),
        ("# noqa: BLE001, S110", ("ERR001", "ERR002"), "noqa: BLE001, S110"),
        ("# noqa: ASYNC251", ("ASY001",), "noqa: ASYNC251"),
    ],
)
def test_a_noqa_of_the_project_is_a_quiet_waiver(comment, rules, reason):
    (one,) = excused_by_noqa("a.py", [(5, comment, False)])

    assert (one.rules, one.reason, one.quiet) == (rules, reason, True)


@pytest.mark.parametrize("comment", ["# noqa", "# noqa: E501", "# nothing"])
def test_other_noqas_mean_nothing_to_us(comment):
    assert list(excused_by_noqa("a.py", [(5, comment, False)])) == []
