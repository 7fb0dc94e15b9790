"""Curl: the script of a finding runs, against the same service, and sends the same bytes."""

import asyncio
import os
from typing import Any

import pytest

from backstay.prove.audit.curl import Curl
from backstay.prove.evidence.exchange import Exchange
from tests.prove.audit.specimen import ANN, token_of
from tests.prove.load.server import plain, serving


def seen(method: str = "POST", sent: str = "", who: str = "", **headers: str) -> Exchange:
    return Exchange(who, method, "/a?b='c'", sent, headers, 500, {}, b"")


async def run(script: str, port: int, **environment: str) -> str:
    process = await asyncio.create_subprocess_exec(
        "bash",
        "-c",
        script,
        env={**os.environ, "BASE": f"http://127.0.0.1:{port}", **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    return output.decode()


@pytest.mark.parametrize(
    "body", [b'{"a": "it\'s"}', b"@file", b"\xff\x00\x01", b"[" * 5_000, b"a\nb"]
)
async def test_the_script_sends_what_was_sent(body):
    bodies: list[bytes] = []

    def answer(head: str, got: bytes) -> bytes:
        bodies.append(got)
        heads.append(head)
        return plain(500, b"oops")

    heads: list[str] = []
    exchange = seen(sent=body.decode("utf-8", "surrogateescape"), who="me")
    async with serving(answer) as (port, _):
        script = Curl("http://127.0.0.1:1", [ANN]).script("it holds", "it\ndoes not", [exchange])
        output = await run(script, port, ME_AUTHORIZATION=f"Bearer {token_of('ann')}")
    assert "oops" in output
    assert bodies == [body]
    assert heads[0].startswith("POST /a?b='c' HTTP/1.1")
    assert f"Bearer {token_of('ann')}" in heads[0]
    assert "content-type" not in heads[0].lower()


async def test_a_secret_is_asked_for_and_never_written():
    script = Curl("http://x", [ANN]).script("c", "w", [seen(who="me")])
    assert "# Needs curl, ME_AUTHORIZATION." in script
    assert token_of("ann") not in script
    assert "ME_AUTHORIZATION: unbound variable" in await run(script, 1)


def test_only_the_last_steps_are_shown_and_others_are_no_requests():
    steps: list[Any] = [seen("GET"), seen("HEAD"), "sql", seen("GET", **{"x-a": "1"})]
    script = Curl("http://x", []).script("c", "w", steps)
    assert script.count("curl --silent") == 2
    assert "--head" in script
    assert "-H 'x-a: 1'" in script
