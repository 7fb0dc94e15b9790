"""account: sign-up, login, rotation with reuse detection, sign-out, and the role that is given."""

import re
from collections.abc import Iterator
from uuid import uuid4

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.naming import PREFIX, item_parameter
from backstay.blueprint.operations import operations
from backstay.prove.attempt import Attempt
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.trial import Trial
from backstay.prove.world.person import PASSWORD, Person
from backstay.prove.world.world import World

OK, CREATED, DONE, UNKNOWN, TAKEN, UNFIT = 200, 201, 204, 401, 409, 422
AUTH = f"{PREFIX}/auth"


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """Sign-up, sessions, the way out, and roles."""
    login = blueprint.login
    key = f"resources.{login.name}"
    place = f"{key}.login" if "login" in login.keys else key
    at = login.keys.get("login", login.at)
    yield Trial("account", place, at, "a new address signs up once, a known one never", _sign_up)
    yield Trial("account", place, at, "login takes the right password and tells nothing", _login)
    yield Trial(
        "account", place, at, "a refresh token is good once, and sign-out ends it", _session
    )
    active = f"{key}.fields.is_active" if "fields.is_active" in login.keys else place
    yield Trial(
        "account",
        active,
        login.keys.get("fields.is_active", at),
        "an account that is not active is let in nowhere",
        _switched_off,
    )
    yield Trial(
        "account",
        "roles" if "roles" in blueprint.keys else place,
        blueprint.keys.get("roles", at),
        "the first account is admin, the others get the role of sign-up, and nobody picks one",
        _roles,
    )


async def _sign_up(attempt: Attempt) -> None:
    world = attempt.world
    body = world.people.sign_up_body(world.people.address()[0])
    first = await _auth(world, "register", body)
    attempt.allow(first, CREATED, why="a new address signs up")
    attempt.require(PASSWORD not in first.body.decode(), "the answer shows the password", first)
    attempt.expect(await _auth(world, "register", body), TAKEN, why="it signs up again")
    weak = world.people.sign_up_body(world.people.address()[0]) | {"password": "password"}
    attempt.expect(await _auth(world, "register", weak), UNFIT, why="a weak password is chosen")


async def _login(attempt: Attempt) -> None:
    world = attempt.world
    who = await world.person(world.people.joins_as)
    right = {"email": who.email, "password": PASSWORD}
    attempt.allow(await _auth(world, "login", right), OK, why="the right password")
    told = []
    for address in (who.email, world.people.address()[0]):
        answer = await _auth(world, "login", {"email": address, "password": f"{PASSWORD}?"})
        attempt.expect(answer, UNKNOWN, why="a wrong password", code="login_failed")
        error = (answer.json or {}).get("error", {})
        told.append((answer.status, error.get("message"), error.get("details")))
    alike = told[0] == told[1]
    attempt.require(alike, f"a known address is answered unlike an unknown one: {told}")


async def _session(attempt: Attempt) -> None:
    world = attempt.world
    who = await world.person(world.people.joins_as)
    newest = who.refresh
    for _ in range(2):  # two tabs may refresh at once, so only the one before the last is stolen
        answer = await _auth(world, "refresh", {"refresh_token": newest})
        attempt.allow(answer, OK, why="a refresh token, for the first time")
        given = (answer.data or {}).get("refresh_token")
        attempt.require(given not in (None, newest), "a refresh gives the same token again")
        newest = str(given)
    stolen = await _auth(world, "refresh", {"refresh_token": who.refresh})
    attempt.expect(stolen, UNKNOWN, why="a token that was used long before", code="token_reused")
    after = await _auth(world, "refresh", {"refresh_token": newest})
    attempt.expect(after, UNKNOWN, why="the newest token, after another was used twice")
    attempt.expect(
        await _self(world, who), UNKNOWN, why="the access token of a session that was ended"
    )
    leaver = await world.person(world.people.joins_as)
    out = await world.client.send("POST", f"{AUTH}/logout", who=leaver.name, token=leaver.token)
    attempt.allow(out, DONE, why="sign-out")
    for name, answer in (
        ("the access token", await _self(world, leaver)),
        ("the refresh token", await _auth(world, "refresh", {"refresh_token": leaver.refresh})),
    ):
        attempt.expect(answer, UNKNOWN, why=f"{name} after sign-out")


async def _switched_off(attempt: Attempt) -> None:
    world = attempt.world
    admin = await world.person("admin")
    who = await world.person(world.people.joins_as)
    login = world.blueprint.login
    change = world.operation(login, "update")
    if change is None:
        await world.database.change(login, who.id, {"is_active": False})
    else:
        attempt.controlled((await _self(world, who)).status != UNKNOWN, "a token is not known")
        path = {item_parameter(login.name): who.id}
        headers = {"if_match": "*"} if login.lock else {}
        sent = await world.send(admin, change, path, {"is_active": False}, **headers)
        attempt.allow(sent, OK, why="admin switches an account off")
    attempt.controlled((await _self(world, admin)).status != UNKNOWN, "admin is not known")
    for name, answer in (
        ("its access token", await _self(world, who)),
        ("its refresh token", await _auth(world, "refresh", {"refresh_token": who.refresh})),
        ("its password", await _auth(world, "login", {"email": who.email, "password": PASSWORD})),
    ):
        attempt.expect(answer, UNKNOWN, why=f"{name}, when the account is not active")


async def _roles(attempt: Attempt) -> None:
    world = attempt.world
    given = world.people.given_first
    attempt.require(given == "admin", f"the first account was given the role {given}")
    body = world.people.sign_up_body(world.people.address()[0])
    later = await _auth(world, "register", body)
    attempt.allow(later, CREATED, why="a later sign-up")
    role = (later.data or {}).get("role")
    wanted = world.people.joins_as
    attempt.require(role == wanted, f"sign-up gave the role {role}, not {wanted}", later)
    picked = world.people.sign_up_body(world.people.address()[0]) | {"role": "admin"}
    answer = await _auth(world, "register", picked)
    attempt.expect(answer, UNFIT, why="a sign-up that picks its role", code="read_only_field")


async def _auth(world: World, kind: str, body: object) -> Exchange:
    return await world.client.send("POST", f"{AUTH}/{kind}", body=body)


async def _self(world: World, who: Person) -> Exchange:
    """A request that needs a token; what comes of it otherwise does not matter."""
    known = [one for one in operations(world.blueprint) if not one.public and one.kind != "logout"]
    chosen = min(known, key=lambda one: one.method != "GET")
    path = re.sub(r"{[^}]*}", str(uuid4()), chosen.path)
    return await world.client.send(chosen.method, path, who=who.name, token=who.token)
