"""A client in memory beside the server of a project."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mcp import Client

from backstay.agent.mcp.server import make_server
from backstay.agent.work import readiness
from backstay.agent.work.measure import Gates


@pytest.fixture(autouse=True)
def tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lint and types of a project take their time; the tests of readiness run them."""
    monkeypatch.setattr(readiness, "_tool", lambda *_: "passed")


@pytest.fixture
def connect(project: Path, gates: Gates, undescribed: None) -> Callable[[], Client]:
    """Opens a client: `async with connect() as client`."""
    return lambda: Client(make_server(project, run=gates))


@pytest.fixture
def call(connect: Callable[[], Client]) -> Callable[..., Any]:
    """Calls a tool; gives its structured answer, or its error's text."""

    async def called(tool: str, /, **arguments: Any) -> Any:
        async with connect() as client:
            result = await client.call_tool(f"backstay_{tool}", arguments)
        text = getattr(result.content[0], "text", "")
        if result.is_error:
            return text
        assert json.loads(text) == result.structured_content
        return result.structured_content

    return called
