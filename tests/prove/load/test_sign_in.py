import json
from itertools import islice
from types import SimpleNamespace
from typing import Any

from backstay.prove.load import sign_in
from backstay.prove.load.crowd import crowd
from backstay.prove.load.sign_in import endings, logins, registrations, sessions
from tests.prove.load.people import crowd_of, exchange, operation_of, world_of
from tests.prove.shelf import shelf, stock_of

BLUEPRINT = shelf()
STOCK = stock_of(BLUEPRINT)
CROWD = crowd_of(STOCK, 5)
PAIR = b'{"data": {"access_token": "a", "refresh_token": "b"}}'


class Answering:
    def __init__(self, base, address=None):
        self.closed = False

    async def send(self, method, path, **given):
        return exchange(200, PAIR)

    async def close(self):
        self.closed = True


def test_new_accounts_come_from_addresses_of_their_own():
    register = operation_of(BLUEPRINT, "register")
    shots = list(islice(registrations(world_of(BLUEPRINT), register, CROWD), 50))
    assert len({shot.caller.address for shot in shots}) == 50
    assert len({json.loads(shot.body)["email"] for shot in shots}) == 50
    assert not any(shot.signed_in for shot in shots)


def test_the_crowd_signs_in_again():
    shots = list(islice(logins(operation_of(BLUEPRINT, "login"), CROWD), 7))
    assert [json.loads(shot.body)["email"] for shot in shots][:2] == [
        "seed1@example.org",
        "seed2@example.org",
    ]


def test_sessions_are_renewed_or_ended_once():
    renewed = list(endings(operation_of(BLUEPRINT, "refresh"), CROWD))
    ended = list(endings(operation_of(BLUEPRINT, "logout"), CROWD))
    assert len(renewed) == len(ended) == 5
    assert json.loads(renewed[0].body) == {"refresh_token": "r"}
    assert not renewed[0].signed_in
    assert ended[0].signed_in
    assert ended[0].body == b""


async def test_sessions_and_crowds_are_signed_in(monkeypatch):
    monkeypatch.setattr(sign_in, "Client", Answering)
    monkeypatch.setattr("backstay.prove.load.crowd.Client", Answering)
    world: Any = SimpleNamespace(
        blueprint=BLUEPRINT, client=SimpleNamespace(base=""), database=None
    )
    opened = await sessions(world, CROWD, 3)
    assert [one.person.refresh for one in opened] == ["b"] * 3
    callers = await crowd(world, STOCK.of("User"), 4)
    assert [one.person.token for one in callers] == ["a"] * 4
    assert callers[0].person.role == "admin"
