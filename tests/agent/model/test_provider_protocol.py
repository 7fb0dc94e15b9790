"""A provider's HTTP protocol, spoken by a server of this test's with scripted replies."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from pydantic_ai import models

from backstay.agent.model.drive import drive
from backstay.agent.model.ending import Ending
from backstay.agent.model.provider import model_of
from tests.agent.model.conftest import commission
from tests.agent.model.test_drive import GOOD, TRUE

Reply = tuple[str, dict[str, Any]] | None


@asynccontextmanager
async def provider(replies: Iterable[Reply]) -> AsyncIterator[tuple[str, list[dict[str, Any]]]]:
    """Answers `POST /v1/chat/completions` in order; None closes the connection midway."""
    left, asked = list(replies), []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while head := await _head(reader):
            length = next(int(v) for k, v in head if k == "content-length")
            asked.append(json.loads(await reader.readexactly(length)))
            reply = left.pop(0) if left else None
            if reply is None:
                break
            body = json.dumps(_completion(*reply, number=len(asked))).encode()
            writer.write(
                b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
                + f"content-length: {len(body)}\r\n\r\n".encode()
                + body
            )
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        yield f"http://127.0.0.1:{port}/v1", asked


async def _head(reader: asyncio.StreamReader) -> list[tuple[str, str]]:
    try:
        raw = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return []
    lines = raw.decode().split("\r\n")[1:-2]
    return [
        (name.lower(), value.strip()) for name, _, value in (one.partition(":") for one in lines)
    ]


def _completion(tool: str, arguments: dict[str, Any], number: int) -> dict[str, Any]:
    call = {
        "id": f"call_{number}",
        "type": "function",
        "function": {"name": tool, "arguments": json.dumps(arguments)},
    }
    return {
        "id": f"c{number}",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [
            {
                "index": 0,
                "finish_reason": "tool_calls",
                "message": {"role": "assistant", "content": None, "tool_calls": [call]},
            }
        ],
        "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
    }


@pytest.fixture(autouse=True)
def _to_this_machine_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "ALLOW_MODEL_REQUESTS", True)
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    monkeypatch.setenv("OPENAI_MAX_RETRIES", "0")


WRITE = ("write_file", {"path": "app/main.py", "text": GOOD})


async def test_a_run_over_http_ends_as_one_in_memory(project, monkeypatch):
    done = ("final_result_FeatureReturn", TRUE)
    async with provider([WRITE, done]) as (address, asked):
        monkeypatch.setenv("OPENAI_BASE_URL", address)
        end = await drive(commission(project, model_of("openai-chat:scripted")), lambda _: None)

    assert end.ending is Ending.ACCEPTED, end
    assert (end.turns, end.tokens) == (2, 220)
    tools = {one["function"]["name"] for one in asked[0]["tools"]}
    assert {"write_file", "backstay_check", "backstay_find_existing"} <= tools
    assert "backstay_return" not in tools


async def test_a_connection_that_is_lost_midway_keeps_the_work(project, monkeypatch):
    async with provider([WRITE, None]) as (address, _):
        monkeypatch.setenv("OPENAI_BASE_URL", address)
        end = await drive(commission(project, model_of("openai-chat:scripted")), lambda _: None)

    assert end.ending is Ending.LOST
    assert "create_task" in (project / end.patch).read_text()
    assert "create_task" not in (project / "app" / "main.py").read_text()
