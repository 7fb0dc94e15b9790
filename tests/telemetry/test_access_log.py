"""The access log: JSON lines in batches, and no reader can hold a request."""

import asyncio
import fcntl
import json
import os
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from backstay.telemetry import AccessLog, Line, access_log


def line(number: int = 1) -> Line:
    return Line(1.5, f"id{number}", "GET", "/t/{id}", None, 200, 1.25, 0.5, 2, "::1", UUID(int=1))


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """A pipe of the least size that a system gives."""
    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
    yield reader, writer
    for descriptor in (reader, writer):
        try:
            os.close(descriptor)
        except OSError:
            continue


async def test_lines_go_out_together_after_a_moment(tmp_path: Path):
    with (tmp_path / "log").open("wb") as file:
        log = AccessLog(file.fileno())
        log.write(line(1))
        log.write(line(2))
        assert (tmp_path / "log").read_bytes() == b""
        await asyncio.sleep(access_log.FLUSH_SECONDS * 2)
    first, second = [json.loads(one) for one in (tmp_path / "log").read_bytes().splitlines()]
    assert first == {
        "timestamp": 1.5,
        "request_id": "id1",
        "method": "GET",
        "route": "/t/{id}",
        "path": None,
        "status": 200,
        "ms": 1.25,
        "db_ms": 0.5,
        "queries": 2,
        "client": "::1",
        "user_id": str(UUID(int=1)),
        "event": "request",
        "level": "info",
    }
    assert second["request_id"] == "id2"


async def test_a_full_pipe_holds_nobody_and_loses_only_what_is_too_much(
    pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch
):
    reader, writer = pipe
    monkeypatch.setattr(access_log, "MOST_LEFT", 10_000)
    monkeypatch.setattr(access_log, "MOST_WAITING", 50)
    log = AccessLog(writer)
    for _ in range(20):
        for number in range(20):
            log.write(line(number))
        log.flush()
    assert log.dropped > 0

    got = b""
    while log._left:
        got += os.read(reader, 65536)
        log.flush()
    got += os.read(reader, 65536)
    lines = got.splitlines()
    assert all(json.loads(one) for one in lines)
    assert len(lines) + log.dropped == 400


async def test_a_reader_that_went_away_is_no_error(pipe: tuple[int, int]):
    reader, writer = pipe
    os.close(reader)
    log = AccessLog(writer)
    log.write(line())
    log.write(line())
    log.flush()
    assert (log.dropped, log._left) == (2, b"")


def test_the_stamp_is_in_milliseconds():
    assert round(access_log.stamp() * 1000, 3) % 1 == 0
