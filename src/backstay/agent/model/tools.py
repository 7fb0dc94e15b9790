"""The specialist's tools: its hands, and the same MCP tools that every other host has."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

from mcp import Client
from mcp.types import TextContent
from pydantic_ai import ModelRetry, Tool

from backstay.agent.definitions.model import Definition
from backstay.agent.model.hands import NAMES, Hands, RefusedError
from backstay.agent.policy.tools import refusal

ENDS = frozenset(("backstay_return", "backstay_handoff"))
"""Handing in and handing over are the run's output, judged by the orchestrator."""


def hands_of(hands: Hands) -> list[Tool[None]]:
    """The file tools; a refusal is told to the model, which may try something else."""
    return [Tool(_told(getattr(hands, name)), name=name, max_retries=10) for name in NAMES]


async def shared(client: Client, definition: Definition) -> list[Tool[None]]:
    """The MCP tools that the definition may call, over a client of the project's own server."""
    listed = (await client.list_tools()).tools
    return [
        Tool.from_schema(_call(client, one.name), one.name, one.description, one.input_schema)
        for one in listed
        if one.name not in ENDS and not refusal(definition, f"mcp__backstay__{one.name}")
    ]


def _call(client: Client, name: str) -> Callable[..., Awaitable[Any]]:
    async def call(**arguments: Any) -> Any:
        answer = await client.call_tool(name, arguments)
        said = "\n".join(one.text for one in answer.content if isinstance(one, TextContent))
        if answer.is_error:
            raise ModelRetry(said)
        return answer.structured_content or said

    return call


def _told(work: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, whose refusals reach the model instead of ending the run."""

    @wraps(work)
    def told(*args: Any, **words: Any) -> Any:
        try:
            return work(*args, **words)
        except RefusedError as error:
            raise ModelRetry(str(error)) from error

    return told
