"""A small project under git, models that follow a script, and gates that answer at once."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic_ai import models
from pydantic_ai.messages import ModelMessage, ModelResponse, ToolCallPart
from pydantic_ai.models.function import AgentInfo, FunctionModel

from backstay.agent.definitions.roster import load_roster
from backstay.agent.model.budget import Budget
from backstay.agent.model.commission import Commission
from backstay.agent.work.measure import Gates
from backstay.agent.work.ports import Checked, Found, Proven
from backstay.agent.work.testing import Ran

MAIN = '''\
"""A service."""

from fastapi import FastAPI

app = FastAPI()


@app.get("/tasks")
def list_tasks() -> list[str]:
    """List tasks."""
    return []
'''
Step = dict[str, Any] | tuple[str, dict[str, Any]]


@pytest.fixture(autouse=True)
def _no_request_leaves() -> Iterator[None]:
    models.ALLOW_MODEL_REQUESTS = False
    yield
    models.ALLOW_MODEL_REQUESTS = True


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A FastAPI service in one commit."""
    root = tmp_path / "service"
    (root / "app").mkdir(parents=True)
    (root / "app" / "main.py").write_text(MAIN)
    (root / "README.md").write_text("# Service\n")
    (root / "pyproject.toml").write_text('[project]\nname = "service"\ndependencies=["fastapi"]\n')
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "first")
    return root


def git(root: Path, *words: str) -> str:
    command = ["git", "-C", str(root), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def gates(check: Callable[..., Checked] | None = None) -> Gates:
    """Gates that measure the same figures each time."""
    return Gates(
        check=check or catch_all,
        prove=lambda root: Proven(operations=1, p95_ms=4.0, coverage=93.0, environment="test"),
        test=lambda root: Ran(passed=3, failed=0, coverage=95.0),
    )


def catch_all(root: Path, paths: tuple[str, ...]) -> Checked:
    """The one rule that these tests need."""
    found = []
    for path in paths:
        for number, line in enumerate((root / path).read_text().splitlines(), 1):
            if "except Exception" in line:
                found.append(Found(path, number, "ERR001", "catch-all", "name the exception"))
    return Checked(True, tuple(found))


def commission(root: Path, model: models.Model, **changes: Any) -> Commission:
    """A task for the backend specialist."""
    roster = load_roster(root)
    definition = roster.named("backend")
    assert definition is not None
    given: dict[str, Any] = {"gates": gates(), "budget": Budget(turns=12, seconds=60.0)} | changes
    return Commission(root, "add a task endpoint", model, definition, roster, **given)


def script(*steps: Step) -> FunctionModel:
    """A model that calls these tools in order; a dict alone is what it returns at the end."""
    left = list(steps)

    def answer(messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        step = left.pop(0)
        if isinstance(step, tuple):
            return ModelResponse(parts=[ToolCallPart(step[0], step[1])])
        kind = "HandoffMade" if "prompt" in step else "FeatureReturn"
        name = next(one.name for one in info.output_tools if kind in one.name)
        return ModelResponse(parts=[ToolCallPart(name, step)])

    return FunctionModel(answer, model_name="scripted")
