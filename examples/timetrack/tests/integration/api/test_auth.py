"""Sign-up, login, refresh and logout."""

from tests.factories.auth import register_body
from tests.support import World, code_of


async def test_the_first_account_is_admin_and_the_next_is_not(world: World) -> None:
    """Somebody must be able to begin."""
    first = await world.send(None, "POST", "/auth/register", register_body())
    second = await world.send(None, "POST", "/auth/register", register_body())

    assert first.status_code == second.status_code == 201
    assert first.json()["data"]["role"] == "admin"
    assert second.json()["data"]["role"] == "member"
    assert "password" not in first.text


async def test_a_known_address_is_refused(world: World) -> None:
    """409, and the address is not repeated."""
    body = register_body()
    await world.send(None, "POST", "/auth/register", body)
    again = await world.send(None, "POST", "/auth/register", body)

    assert code_of(again) == (409, "not_unique")
    assert body["email"] not in again.text


async def test_a_weak_password_is_refused(world: World) -> None:
    """By strength, not by composition."""
    weak = register_body() | {"password": "password123"}
    answer = await world.send(None, "POST", "/auth/register", weak)

    assert code_of(answer) == (422, "password_weak")


async def test_login_gives_tokens_that_work(world: World) -> None:
    """The access token opens what needs a caller."""
    body = register_body()
    await world.send(None, "POST", "/auth/register", body)
    given = {"email": body["email"].upper(), "password": body["password"]}
    answer = await world.send(None, "POST", "/auth/login", given)

    assert answer.status_code == 200
    token = answer.json()["data"]["access_token"]
    out = await world.send(None, "POST", "/auth/logout", authorization=f"Bearer {token}")
    assert out.status_code == 204


async def test_login_never_tells_what_was_wrong(world: World) -> None:
    """A wrong password and an unknown address look the same."""
    body = register_body()
    await world.send(None, "POST", "/auth/register", body)
    wrong = {"email": body["email"], "password": "not this one"}
    unknown = {"email": "nobody@example.org", "password": "not this one"}

    answers = [await world.send(None, "POST", "/auth/login", one) for one in (wrong, unknown)]

    assert [code_of(answer) for answer in answers] == [(401, "login_failed")] * 2


async def test_refresh_rotates_and_ends_with_the_session(world: World) -> None:
    """Each refresh gives the next token; logging out ends them all."""
    who = await world.person()
    old = {"refresh_token": who.refresh_token}
    answer = await world.send(None, "POST", "/auth/refresh", old)
    assert answer.status_code == 200
    pair = answer.json()["data"]
    assert pair["refresh_token"] != who.refresh_token

    headers = {"authorization": f"Bearer {pair['access_token']}"}
    assert (await world.send(None, "POST", "/auth/logout", **headers)).status_code == 204

    new = {"refresh_token": pair["refresh_token"]}
    assert code_of(await world.send(None, "POST", "/auth/refresh", new))[0] == 401
    assert code_of(await world.send(who, "POST", "/auth/logout")) == (401, "token_invalid")


async def test_a_forged_refresh_token_is_refused(world: World) -> None:
    """Only we make them."""
    answer = await world.send(None, "POST", "/auth/refresh", {"refresh_token": "A" * 76})

    assert code_of(answer) == (401, "token_invalid")


async def test_an_account_that_is_switched_off_gets_no_more_tokens(world: World) -> None:
    """The session is there, and the account may not use it."""
    who = await world.person()
    await world.switch_off(who)
    answer = await world.send(None, "POST", "/auth/refresh", {"refresh_token": who.refresh_token})

    assert code_of(answer) == (401, "token_invalid")


async def test_nobody_signs_up_as_admin(world: World) -> None:
    """A role in a sign-up is refused, not ignored."""
    answer = await world.send(None, "POST", "/auth/register", register_body() | {"role": "admin"})

    assert code_of(answer) == (422, "read_only_field")
