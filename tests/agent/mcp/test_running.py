"""The tools that run things: progress on the way, and nothing is passed that did not run."""

from pathlib import Path

import pytest
from mcp import Client

from backstay.agent.mcp.server import make_server
from backstay.agent.work.measure import Gates
from backstay.agent.work.ports import Checked, Found, Proven
from backstay.agent.work.testing import Ran


async def test_prove_tells_progress_and_the_sentence(connect) -> None:
    seen = []

    async def progress(progress: float, total: float | None, message: str | None) -> None:
        seen.append((progress, total, message))

    async with connect() as client:
        result = await client.call_tool("backstay_prove", {}, progress_callback=progress)

    answer = result.structured_content
    assert [one[2] for one in seen] == [
        "running the project's tests",
        "checking",
        "proving",
        "done",
    ]
    assert answer["sentence"].startswith("Backend implementation completed. Delivered 11")
    assert set(answer["gates"]) == {
        *("documentation", "load", "security scan", "coverage", "dashboards"),
    }
    assert len(answer["checklist"]) == 10
    assert answer["gates"]["dashboards"].startswith("failed: config/monitoring")


async def test_prove_without_figures_has_no_sentence(project: Path) -> None:
    gates = Gates(
        lambda root, paths: Checked(ran=False, why="no check"),
        lambda root: Proven(why="no proof"),
        lambda root: Ran(why="no tests"),
    )
    async with Client(make_server(project, run=gates)) as client:
        answer = (await client.call_tool("backstay_prove", {})).structured_content

    assert answer["sentence"] == ""
    assert "no proof" in answer["summary"]
    assert answer["gates"]["load"] == "unproven: p95 was not measured"


async def test_security_tells_remedies_and_what_it_did_not_do(project: Path, gates: Gates) -> None:
    bad = Found("src/a.py", 3, "SEC001", "a secret in the source", "read it from the environment")
    run = Gates(lambda root, paths: Checked(True, (bad,)), gates.prove, gates.test)
    async with Client(make_server(project, run=run)) as client:
        answer = (await client.call_tool("backstay_security", {})).structured_content

    assert answer["findings"][0]["fix"] == "read it from the environment"
    assert "POST /api/v1/auth/login" in answer["open_operations"]
    assert answer["not_run"]


async def test_test_names_what_it_does_not_know(call) -> None:
    assert "no kind is called magic" in (await call("test", kinds=["magic"]))["summary"]
    assert "nothing is called" in (await call("test", endpoint="/x", kinds=["unit"]))["summary"]


@pytest.mark.real
async def test_test_runs_the_tests_of_an_endpoint(call) -> None:
    answer = await call("test", endpoint="Book", kinds=["unit"])

    assert answer["ok"]
    assert answer["lines"][0]["passed"] > 0
