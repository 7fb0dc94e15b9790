"""After an edit: findings of the edited file come back, as few words as will do."""

from backstay.agent.hook.answer import QUIET
from backstay.agent.hook.run import answer
from tests.agent.hook.events import SLOW, edit, sent


def test_a_finding_comes_back_with_rule_place_and_mend(place) -> None:
    (place / "src/a.py").write_text(SLOW)

    said = edit(place, str(place / "src/a.py"))

    assert said.code == 2
    assert "src/a.py:8" in said.error
    assert "ASY001" in said.error
    assert "    fix: " in said.error
    assert "    run: backstay explain ASY001" in said.error


def test_clean_code_and_foreign_files_are_met_with_silence(place) -> None:
    (place / "src/a.py").write_text('"""X."""\n')

    for path in ("src/a.py", "/etc/passwd", "gone.py", "README.md"):
        assert edit(place, path) == QUIET


def test_no_more_than_five_findings_are_told(place) -> None:
    body = "".join(f"\n\nasync def f{n}() -> None:\n    time.sleep({n})\n" for n in range(9))
    (place / "src/a.py").write_text(f"import time\n{body}")

    said = edit(place, "src/a.py").error

    assert said.count("ASY001: ") == 5
    assert "4 more; `backstay check --changed`" in said


def test_a_waiver_holds_here_too(place) -> None:
    waived = SLOW.replace("sleep(1)", "sleep(1)  # backstay: allow[ASY001] a test waits on purpose")
    (place / "src/a.py").write_text(waived)

    assert edit(place, "src/a.py").code == 0


def test_a_broken_file_is_told_once_a_turn(place) -> None:
    (place / "src/a.py").write_text("def (")

    assert "does not parse" in edit(place, "src/a.py").error
    assert edit(place, "src/a.py") == QUIET
    answer(sent(place, "Stop"))
    assert "does not parse" in edit(place, "src/a.py").error
