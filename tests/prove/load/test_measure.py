"""Measure: one run against a server of this process, and all that is read off it."""

import os
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from backstay.prove.load import measure, mix, plan
from backstay.prove.load.measure import measured
from tests.prove.load.people import Client, crowd_of, world_of
from tests.prove.load.server import plain, serving
from tests.prove.shelf import TEXT, shelf, stock_of

BLUEPRINT = shelf(TEXT.replace("120 per minute", "9000 per minute").replace("5m", "1s"))
BUCKETS = """\
# TYPE db_request_duration_seconds histogram
db_request_duration_seconds_bucket{{le="0.01",route="/a"}} {0}
db_request_duration_seconds_bucket{{le="+Inf",route="/a"}} {0}
"""


class Metrics:
    """Answers for a subject; its database has answered 100 requests more at each look."""

    def __init__(self) -> None:
        self.looks = 0

    def __call__(self, head: str, _: bytes) -> bytes:
        if head.startswith("GET /metrics"):
            self.looks += 1
            return plain(200, BUCKETS.format(100 * self.looks).encode())
        return plain(200, b"{}", 'ETag: "2"')


@pytest.fixture
async def subject(monkeypatch):
    """The world of such a subject, and how many callers were asked for."""
    stock = stock_of(BLUEPRINT)
    asked: list[int] = []

    async def crowd(world, accounts, amount):
        asked.append(amount)
        return crowd_of(stock, amount)

    async def sessions(world, callers, amount):
        return callers[:amount]

    async def once(_):
        return stock

    monkeypatch.setattr(measure, "crowd", crowd)
    monkeypatch.setattr(plan, "sessions", sessions)
    monkeypatch.setattr(measure, "SHORT_SECONDS", 1)
    monkeypatch.setattr(measure, "BURST", 60)
    monkeypatch.setattr(mix, "LEAST", 1)
    async with serving(Metrics()) as (port, heads):
        client = Client()
        client.base = f"http://127.0.0.1:{port}"
        process = SimpleNamespace(pid=os.getpid())
        own = SimpleNamespace(
            metrics=f"{client.base}/metrics",
            process=process,
            project=SimpleNamespace(root=Path("project")),
        )
        yield world_of(BLUEPRINT, client, once=once, subject=own), asked, heads


async def test_a_run_at_the_contracts_rate_and_one_as_fast_as_it_goes(subject):
    world, asked, heads = subject
    load = await measured(world)
    assert asked == [measure.LEAST_CALLERS]
    assert load.rate == 50
    assert 25 <= load.passed.whole.count <= 75
    assert 0 < load.burst.whole.count <= 75
    assert {getattr(one, "method", "") for one in load.burst.tallies} == {"GET"}
    assert load.database == pytest.approx(9.5)
    assert (load.profile, load.lacks) == (None, {})
    assert load.memory
    assert 0 <= load.noise <= 1
    assert any('if-match: "1"' in head.lower() for head in heads)


async def test_the_long_form_looks_where_the_time_went(subject, monkeypatch):
    world, asked, _ = subject
    world.full = True
    looked: list[tuple[int, Path, int]] = []

    @asynccontextmanager
    async def profiled(pid, file, seconds):
        looked.append((pid, file, seconds))
        yield "a profile"

    monkeypatch.setattr(measure, "profiled", profiled)
    profile: object = (await measured(world)).profile
    assert profile == "a profile"
    assert looked == [(os.getpid(), Path("project/proof/profile.txt"), 1)]
    assert asked == [100]
