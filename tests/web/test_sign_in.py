"""Signing in, refreshing and signing out over HTTP, on both paths."""

import asyncio

import pytest

from backstay.data import SYSTEM, UnitOfWork
from tests.desk.app import Desk, serving
from tests.desk.people import account
from tests.desk.repositories import Accounts
from tests.desk.services import BY_EMAIL


async def pair_of(desk: Desk, name: str = "ann") -> tuple[dict[str, str], str]:
    """The headers and the refresh token of a new session."""
    await account(desk.database, name)
    answer = await desk.client.post(
        "/login", json={"email": f"{name}@desk.test", "password": "open sesame"}
    )
    pair = answer.json()["data"]
    return {"authorization": f"Bearer {pair['access_token']}"}, pair["refresh_token"]


@pytest.mark.parametrize("compiled", [True, False])
async def test_fifty_refreshes_at_once_give_one_successor(database_url: str, *, compiled: bool):
    limits = {"db_pool_size": 10, "db_pool_timeout": 20}
    async with serving(database_url, compiled=compiled, **limits) as desk:
        headers, refresh = await pair_of(desk)

        async def use(token: str) -> tuple[int, str]:
            answer = await desk.client.post("/refresh", json={"refresh_token": token})
            return answer.status_code, answer.json().get("data", {}).get("refresh_token", "")

        answers = await asyncio.gather(*(use(refresh) for _ in range(50)))
        assert {status for status, _ in answers} == {200}
        (successor,) = {token for _, token in answers}
        status, third = await use(successor)
        assert status == 200

        assert (await use(refresh))[0] == 401
        for token in (successor, third):
            assert (await use(token))[0] == 401
        assert (await desk.client.get("/notes", headers=headers)).status_code in {200, 401}


@pytest.mark.parametrize("compiled", [True, False])
async def test_signing_out_ends_the_session_and_no_other(database_url: str, *, compiled: bool):
    async with serving(database_url, compiled=compiled) as desk:
        headers, refresh = await pair_of(desk)
        other = await desk.client.post(
            "/login", json={"email": "ann@desk.test", "password": "open sesame"}
        )
        others = {"authorization": f"Bearer {other.json()['data']['access_token']}"}
        assert (await desk.client.get("/notes", headers=headers)).status_code == 200

        assert (await desk.client.post("/logout", headers=headers)).status_code == 204

        assert (await desk.client.get("/notes", headers=headers)).status_code == 401
        again = await desk.client.post("/refresh", json={"refresh_token": refresh})
        assert (again.status_code, again.json()["error"]["code"]) == (401, "token_invalid")
        assert (await desk.client.get("/notes", headers=others)).status_code == 200


async def test_a_deactivated_account_is_401_with_its_next_request(database_url: str):
    async with serving(database_url) as desk:
        headers, refresh = await pair_of(desk)
        assert (await desk.client.get("/notes", headers=headers)).status_code == 200
        accounts = Accounts(UnitOfWork(desk.database), SYSTEM)
        row = await accounts.first(BY_EMAIL, email="ann@desk.test")
        assert row is not None
        accounts.change(row, {"is_active": False})
        await accounts.work.commit()

        assert (await desk.client.get("/notes", headers=headers)).status_code == 401
        answer = await desk.client.post("/refresh", json={"refresh_token": refresh})
        assert answer.status_code == 401


async def test_known_and_unknown_addresses_are_refused_alike(database_url: str):
    async with serving(database_url) as desk:
        await account(desk.database, "ann")
        answers = [
            await desk.client.post("/login", json={"email": email, "password": "wrong"})
            for email in ("ann@desk.test", "nobody@desk.test")
        ]
        assert {answer.status_code for answer in answers} == {401}
        errors = [answer.json()["error"] for answer in answers]
        assert len({(error["code"], error["message"]) for error in errors}) == 1
