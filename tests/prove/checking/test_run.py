"""A run finds what is wrong, excuses what is excused, and holds back what is recorded."""

from datetime import date
from pathlib import Path

import pytest

from backstay.prove.checking.report import Report
from backstay.prove.checking.run import Selection, check
from backstay.prove.outcome import Outcome

SLEEPY = "import time\n\n\nasync def wait():\n    time.sleep(1)\n"
TODAY = date(2026, 11, 27)


def run(root: Path, selection: Selection | None = None) -> tuple[Report, list[str]]:
    report = check(root, selection, cached=False, today=TODAY)
    return report, [f"{one.where.path}:{one.where.line} {one.check}" for one in report.findings]


def sleepy(comment: str) -> str:
    return SLEEPY.replace("time.sleep(1)", f"time.sleep(1)  {comment}")


def test_a_finding_has_a_place_a_message_and_a_hint(plant):
    report, found = run(plant({"app/services/mail.py": SLEEPY}))

    assert found == ["app/services/mail.py:5 ASY001"]
    assert report.findings[0].message == "time.sleep blocks the event loop"
    assert "to_thread" in report.findings[0].hint
    assert report.outcome is Outcome.FAILED


def test_a_reasoned_waiver_on_the_line_excuses_and_is_listed(plant):
    comment = "# backstay: allow[ASY001] the worker has one task until 2027-06-01"
    report, found = run(plant({"app/services/mail.py": sleepy(comment)}))

    assert found == []
    assert [one.waiver.reason for one in report.waived] == ["the worker has one task"]
    assert report.outcome is Outcome.PASSED


def test_a_waiver_above_its_line_is_meant_for_it(plant):
    text = SLEEPY.replace("    time.s", "    # backstay: allow[ASY001] one task\n    time.s")

    assert run(plant({"app/services/mail.py": text}))[1] == []


@pytest.mark.parametrize(
    ("comment", "rule", "said"),
    [
        ("# backstay: allow[DAT003] why not", "WAI001", "excuses nothing"),
        ("# backstay: allow[ASY001]", "WAI002", "gives no reason"),
        ("# backstay: allow[ASY001] it was so until 2026-11-26", "WAI003", "ended on 2026-11-26"),
    ],
)
def test_a_waiver_that_is_stale_unreasoned_or_expired_is_a_finding(plant, comment, rule, said):
    report, found = run(plant({"app/services/mail.py": sleepy(comment)}))

    assert f"app/services/mail.py:5 {rule}" in found
    assert "app/services/mail.py:5 ASY001" in found
    assert any(said in one.message for one in report.findings)


def test_a_waiver_in_a_docstring_is_only_text(plant):
    text = '"""Say:\n\n    x()  # backstay: allow[ASY001] why\n"""\n'

    assert run(plant({"app/services/mail.py": text}))[1] == []


def test_the_file_of_waivers_excuses_by_pattern(plant):
    waivers = "".join(
        f'[[allow]]\nrule = "{rule}"\npath = "app/services/*"\nreason = "moved in March"\n'
        for rule in ("ASY001",)
    )
    root = plant({"app/services/mail.py": SLEEPY, "backstay-waivers.toml": waivers})

    assert run(root)[1] == []


def test_an_ignored_rule_has_its_reason(plant):
    settings = '[tool.backstay.check]\nignore = {ASY001 = "threads only"}\n'
    root = plant({"app/services/mail.py": SLEEPY, "pyproject.toml": settings})

    assert run(root)[1] == []


def test_a_selection_shows_only_what_is_asked_for(plant):
    root = plant({"app/services/mail.py": SLEEPY, "app/services/post.py": SLEEPY})

    assert len(run(root)[1]) == 2
    assert len(run(root, selection=Selection(("app/services/post.py",)))[1]) == 1
    assert run(root, selection=Selection(lines={"app/services/post.py": {1, 2}}))[1] == []
    assert len(run(root, selection=Selection(lines={"app/services/post.py": {5}}))[1]) == 1


def test_a_habit_of_the_project_only_informs(plant):
    route = "@router.get('/x')\ndef x(db):\n    return db.query(Task).all()\n"
    root = plant({"app/routes/x.py": route})
    report, found = run(root)
    assert "app/routes/x.py:3 LAY002" not in found
    assert "LAY002" in [one.check for one in report.information]

    assert "app/routes/x.py:3 LAY002" in run(plant({"backstay.yaml": "backstay: 1\n"}))[1]
