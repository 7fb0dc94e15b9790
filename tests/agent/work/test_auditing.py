"""The p95 of a foreign endpoint: measured where a person starts the service, else it says how."""

import sys
from pathlib import Path

import pytest
import yaml

from backstay.agent.work.auditing import Started, endpoint_p95
from backstay.agent.work.measure import Gates
from backstay.agent.work.orchestrate import carry_out
from backstay.agent.work.ports import Checked, Proven
from backstay.agent.work.request import Request
from backstay.agent.work.state import State
from backstay.agent.work.testing import Ran
from backstay.prove.audit import measure

PROJECTS = Path(__file__).parents[1] / "existing" / "projects"
COMMAND = f"{sys.executable} -m uvicorn main:app --port {{port}}"
NEW = """

@app.post("/notes", status_code=201)
def create_note(body: str):
    return note_service.create_note(body)


@app.get("/broken")
def broken():
    raise RuntimeError
"""


@pytest.fixture
def flat(tmp_path: Path, monkeypatch) -> Path:
    """The flat fixture, with a way to make notes."""
    monkeypatch.setattr(measure, "EACH", 20)
    for path, text in yaml.safe_load((PROJECTS / "flat.yaml").read_text()).items():
        (tmp_path / path).write_text(text + (NEW if path == "main.py" else ""))
    return tmp_path


def test_without_a_command_nothing_is_started_and_what_was_detected_is_shown(flat):
    found = endpoint_p95(flat, Started(), "GET /notes/{note_id}")
    assert found.p95_ms is None
    assert "`backstay task ... --start COMMAND`" in found.why


def test_a_read_is_measured_with_the_id_that_is_given(flat):
    started = Started(COMMAND, ids={"note_id": "1"}, writes=True)
    found = endpoint_p95(flat, started, "GET /notes/{id}")
    assert found.p95_ms is not None
    assert found.p95_ms > 0
    assert "20 requests, 50 a second" in found.environment
    assert (found.failed, found.why) == ((), "")


@pytest.mark.parametrize(
    ("route", "why"),
    [
        ("POST /notes", "POST /notes writes: --writes lets it be measured"),
        ("GET /nothing", "the document of the service does not have GET /nothing"),
        ("GET /notes/{note_id}", "no id is known for note_id"),
    ],
)
def test_what_cannot_be_measured_is_unproven_with_why(flat, route, why):
    found = endpoint_p95(flat, Started(COMMAND), route)
    assert found.p95_ms is None
    assert why in found.why


def test_a_service_that_does_not_start_is_said(flat):
    found = endpoint_p95(flat, Started(f"{sys.executable} -c 'print(7)'"), "GET /notes")
    assert found.why.startswith("p95 is unproven: the service does not answer")


def test_a_task_returns_the_measured_p95_of_what_it_wrote(flat):
    def clean(root: Path, paths: tuple[str, ...]) -> Checked:
        return Checked(ran=True)

    gates = Gates(clean, lambda _: Proven(), lambda _: Ran(passed=1, failed=0))
    task = "add an endpoint DELETE /notes/{note_id}"
    request = Request(task, flat, gates=gates, started=Started(COMMAND, writes=True))

    run = carry_out(request, lambda _: None)

    assert run.state == State.DELIVERED, run.missing
    assert run.claim is not None
    assert run.claim.performance is not None
    assert run.claim.performance.p95_ms == run.measured.p95_ms
    assert run.measured.p95_ms is not None
