"""The tools that write: only inside the project, only what stands up to the code."""

import time
from pathlib import Path

import anyio
import anyio.from_thread
import pytest

from backstay.agent.tree.snapshot import snapshot
from backstay.blueprint import Blueprint
from backstay.build.project import Build, prepare

COMMENT = """
  Comment:
    under: Book
    fields:
      book: Book, on delete cascade
      body: text 1..2000
"""


async def test_build_shows_writes_and_is_then_at_rest(call, project) -> None:
    with (project / "backstay.yaml").open("a") as file:
        file.write(COMMENT)
    before = snapshot(project)

    planned = await call("build", dry_run=True)
    assert snapshot(project) == before
    built = await call("build")

    assert "src/models/comment.py" in planned["files"]["created"]
    assert "+class Comment" in planned["diff"]
    assert (project / "src/models/comment.py").is_file()
    assert built["summary"].startswith("1")
    assert (await call("build"))["files"] == {}


async def test_build_tells_every_mistake_of_the_contract(call, project) -> None:
    (project / "backstay.yaml").write_text("backstay: 1\n")

    assert "BS103" in await call("build")


async def test_monitor_writes_three_files_once(call, project) -> None:
    first, second = await call("monitor"), await call("monitor")

    assert len(first["files"]) == 3
    assert second["files"] == []
    assert (project / "config/monitoring/alerts.yaml").is_file()


async def test_a_true_return_is_recorded_and_a_lie_is_not(call, project) -> None:
    lie = await call(
        "return",
        feature={"routes_created": ["GET /api/v1/ghosts"], "tests": {"passed": 99}},
    )
    assert lie["differences"] == [
        "route: claimed GET /api/v1/ghosts, found no such route in the code",
        "tests passed: claimed 99, found no evidence",
        "tests failed: claimed 0, found no evidence",
    ]
    assert not (project / ".build/context.md").exists()

    true = await call("return", feature={"routes_created": ["GET /api/v1/books"], "summary": "s"})
    assert true["ok"]
    assert true["sentence"] == ""
    assert "s" in (project / ".build/timeline.md").read_text()


@pytest.mark.parametrize(
    ("source", "target", "status"),
    [
        ("backend", "test", "needs_confirmation"),
        ("backend", "documentation", "refused"),
        ("nobody", "test", "refused"),
    ],
)
async def test_handoffs_stop_and_ask(call, source, target, status) -> None:
    ticket = await call("handoff", source=source, target=target)

    assert (ticket["ok"], ticket["status"]) == (False, status)


async def test_artefacts_stay_inside(call) -> None:
    answer = await call("handoff", source="backend", target="test", artefacts=["/etc/passwd"])

    assert "leads out" in answer


async def test_a_build_that_is_cancelled_midway_writes_nothing(
    connect, project, monkeypatch
) -> None:
    started = anyio.Event()

    def slow(root: Path, blueprint: Blueprint) -> Build:
        anyio.from_thread.run_sync(started.set)
        time.sleep(0.2)
        return prepare(root, blueprint)

    monkeypatch.setattr("backstay.agent.mcp.writing.prepared", slow)
    with (project / "backstay.yaml").open("a") as file:
        file.write(COMMENT)
    before = snapshot(project)

    async with connect() as client, anyio.create_task_group() as group:
        group.start_soon(client.call_tool, "backstay_build", {})
        await started.wait()
        group.cancel_scope.cancel()

    assert snapshot(project) == before
