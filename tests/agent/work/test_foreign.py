"""A task on foreign code delivers an endpoint, and nothing else changes by a byte."""

import re
from pathlib import Path

import pytest
import yaml

from backstay.agent.tree.snapshot import changed, snapshot
from backstay.agent.work.measure import Gates
from backstay.agent.work.orchestrate import carry_out
from backstay.agent.work.ports import Checked, Found, Proven
from backstay.agent.work.request import Request
from backstay.agent.work.state import State
from backstay.agent.work.testing import Ran, run_tests

PROJECTS = Path(__file__).parents[1] / "existing" / "projects"
TASK = "add an endpoint DELETE /notes/{note_id}"


def quiet(message: str) -> None:
    del message


def clean(root: Path, paths: tuple[str, ...]) -> Checked:
    return Checked(ran=True)


def no_tests(root: Path) -> Ran:
    return Ran(passed=1, failed=0)


@pytest.fixture
def flat(tmp_path: Path) -> Path:
    for path, text in yaml.safe_load((PROJECTS / "flat.yaml").read_text()).items():
        (tmp_path / path).write_text(text)
    return tmp_path


def test_an_endpoint_is_delivered_and_nothing_else_changes(flat) -> None:
    before = snapshot(flat)

    run = carry_out(Request(TASK, flat, gates=Gates(clean, lambda _: Proven(), run_tests)), quiet)

    assert run.state == State.DELIVERED, run.missing
    assert changed(before, snapshot(flat)) == ("main.py", "services.py", "test_api.py")
    assert run.measured.passed == 5
    assert run.claim is not None
    assert [str(one) for one in run.claim.routes_created] == ["DELETE /notes/{note_id}"]
    assert any(re.match(r"diff: 3 files, \d+ lines added, none changed", one) for one in run.notes)
    assert run.sentence == ""
    assert any("p95 is unproven" in one for one in run.notes)


def test_what_is_refused_is_undone(flat) -> None:
    before = snapshot(flat)
    gates = Gates(clean, lambda _: Proven(), lambda _: Ran(passed=1, failed=1))

    run = carry_out(Request(TASK, flat, gates=gates), quiet)

    assert run.state == State.REFUSED
    assert changed(before, snapshot(flat)) == ()
    assert "what was refused was undone; the files are as they were" in run.notes


def test_only_findings_that_are_new_count(flat) -> None:
    def check(root: Path, paths: tuple[str, ...]) -> Checked:
        old = Found("main.py", 1, "ERR002", "theirs")
        new = Found("main.py", 40, "SEC001", "ours")
        grown = "delete_note" in (root / "main.py").read_text()
        return Checked(True, (old, new) if grown else (old,))

    run = carry_out(Request(TASK, flat, gates=Gates(check, lambda _: Proven(), no_tests)), quiet)

    assert run.state == State.REFUSED
    assert [one for one in run.missing if "ERR002" in one] == []
    assert "main.py:40: SEC001: ours" in run.missing


def test_a_dry_run_and_an_unclear_task_write_nothing(flat) -> None:
    before = snapshot(flat)
    gates = Gates(clean, lambda _: Proven(), no_tests)

    dry = carry_out(Request(TASK, flat, dry=True, gates=gates), quiet)
    unclear = carry_out(Request("make it nicer", flat, gates=gates), quiet)

    assert (dry.state, unclear.state) == (State.PLANNED, State.UNSURE)
    assert "+@app.delete" in dry.diff
    assert "ask for an endpoint by method and path" in unclear.missing[0]
    assert changed(before, snapshot(flat)) == ()
