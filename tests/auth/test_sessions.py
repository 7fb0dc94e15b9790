"""Refresh tokens rotate: one successor each, and reuse ends the session."""

import asyncio
from datetime import timedelta

import pytest

from backstay.auth import Sessions
from backstay.auth.sessions import GRACE, Rotated
from backstay.clock import FrozenClock
from backstay.data import Caller, UnitOfWork
from backstay.data.database import Database
from backstay.errors import TokenInvalid, TokenReused


@pytest.fixture
async def opened(
    database: Database, sessions: Sessions, clock: FrozenClock, ann: Caller
) -> Rotated:
    work = UnitOfWork(database)
    made = sessions.open(work, ann.user_id)
    await work.commit()
    return made


async def rotate(database: Database, sessions: Sessions, token: str) -> Rotated:
    """One request: rotate, commit, or roll back as the service does."""
    work = UnitOfWork(database)
    try:
        rotated = await sessions.rotate(work, token)
        await work.commit()
    except BaseException:
        await work.rollback()
        raise
    return rotated


async def test_a_token_gives_its_successor(database: Database, sessions: Sessions, opened: Rotated):
    second = await rotate(database, sessions, opened.refresh_token)
    third = await rotate(database, sessions, second.refresh_token)

    assert len({opened.refresh_token, second.refresh_token, third.refresh_token}) == 3
    assert {opened.session_id, second.session_id, third.session_id} == {opened.session_id}
    assert third.account_id == opened.account_id


async def test_fifty_uses_at_once_give_exactly_one_successor(
    database: Database, sessions: Sessions, opened: Rotated
):
    uses = (rotate(database, sessions, opened.refresh_token) for _ in range(50))
    outcomes = await asyncio.gather(*uses, return_exceptions=True)

    successors = {one.refresh_token for one in outcomes if isinstance(one, Rotated)}
    failures = [one for one in outcomes if not isinstance(one, Rotated)]
    assert len(successors) == 1
    assert failures == []
    await rotate(database, sessions, successors.pop())


async def test_reuse_after_the_grace_ends_the_session_for_everybody(
    database: Database, sessions: Sessions, opened: Rotated, clock: FrozenClock
):
    second = await rotate(database, sessions, opened.refresh_token)
    clock.advance(seconds=GRACE.total_seconds())
    again = await rotate(database, sessions, opened.refresh_token)
    assert again.refresh_token == second.refresh_token
    clock.advance(seconds=0.001)

    with pytest.raises(TokenReused):
        await rotate(database, sessions, opened.refresh_token)
    for token in (opened.refresh_token, second.refresh_token):
        with pytest.raises(TokenInvalid):
            await rotate(database, sessions, token)


async def test_reuse_of_an_older_token_ends_the_session_even_within_the_grace(
    database: Database, sessions: Sessions, opened: Rotated
):
    second = await rotate(database, sessions, opened.refresh_token)
    third = await rotate(database, sessions, second.refresh_token)

    with pytest.raises(TokenReused):
        await rotate(database, sessions, opened.refresh_token)
    with pytest.raises(TokenInvalid):
        await rotate(database, sessions, third.refresh_token)


async def test_the_end_of_a_session_survives_the_rollback_of_the_request(
    database: Database, sessions: Sessions, opened: Rotated
):
    second = await rotate(database, sessions, opened.refresh_token)
    await rotate(database, sessions, second.refresh_token)
    work = UnitOfWork(database)
    await work.begin()
    with pytest.raises(TokenReused):
        await sessions.rotate(work, opened.refresh_token)
    await work.rollback()

    with pytest.raises(TokenInvalid):
        await rotate(database, sessions, second.refresh_token)


async def test_a_session_that_is_not_used_expires_and_use_prolongs_it(
    database: Database, sessions: Sessions, opened: Rotated, clock: FrozenClock
):
    clock.advance(days=29)
    second = await rotate(database, sessions, opened.refresh_token)
    clock.advance(days=29)
    third = await rotate(database, sessions, second.refresh_token)
    clock.advance(days=30)
    with pytest.raises(TokenInvalid):
        await rotate(database, sessions, third.refresh_token)
    assert timedelta(days=30) == sessions._lasts


async def test_an_ended_session_is_over(database: Database, sessions: Sessions, opened: Rotated):
    work = UnitOfWork(database)
    sessions.end(work, opened.session_id)
    await work.commit()

    with pytest.raises(TokenInvalid):
        await rotate(database, sessions, opened.refresh_token)


async def test_a_token_of_a_session_that_never_was_is_invalid(
    database: Database, sessions: Sessions, ann: Caller
):
    forgotten = sessions.open(UnitOfWork(database), ann.user_id)
    with pytest.raises(TokenInvalid):
        await rotate(database, sessions, forgotten.refresh_token)
