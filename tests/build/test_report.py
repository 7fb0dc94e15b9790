"""What a build says of itself."""

from backstay.blueprint import parse
from backstay.build.report import BuildReport, not_yet, untested


def test_touched_files_come_by_what_happened_then_notes():
    report = BuildReport(created=["b", "a"], kept=["c"], conflicted=["d"], notes=["Mind this."])

    assert report.lines() == [
        "created   a",
        "created   b",
        "kept      c",
        "CONFLICT  d",
        "Mind this.",
    ]


def test_the_summary_counts_what_there_is():
    report = BuildReport(created=["a"], renewed=["b", "c"], unchanged=7)

    assert report.summary() == "1 created, 2 renewed, 7 unchanged"
    assert BuildReport().summary() == "nothing"


def test_what_is_not_built_yet_is_said(timetrack):
    assert not_yet(timetrack)[0].startswith("not built yet: jobs (send_welcome_email,")
    plain = "backstay: 1\nservice: one\nresources:\n  Book: {fields: {title: text}}\n"
    assert not_yet(parse(plain.encode(), "one.yaml")) == []


def test_what_no_sample_was_found_for_is_said_once():
    contexts: list[dict[str, object]] = [
        {"untested": ("one", "two")},
        {"n": 1},
        {"untested": ("one",)},
    ]

    assert untested(contexts) == ["one", "two"]
