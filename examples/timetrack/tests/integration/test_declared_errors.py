"""What every operation declares besides success is really answered (R-167)."""

import pytest

from tests.operations import OPERATIONS, declaring, send, taking_bodies
from tests.support import World, code_of

HERE = {"400", "401", "404", "413", "414", "415", "422", "431"}
FAILURES = {"408", "429", "500", "503", "504"}
"""Those that come when something is too slow, too much or broken."""

WITH_ROWS = {"403", "409", "412", "428"}
"""These need rows: the tests of each resource provoke them."""


def test_every_declared_error_is_tested() -> None:
    """No status is declared that no test provokes."""
    declared = {status for _, _, one in OPERATIONS.values() for status in one["responses"]}

    assert {status for status in declared if status >= "400"} <= HERE | FAILURES | WITH_ROWS


@pytest.mark.parametrize("name", declaring("401"))
async def test_401_without_a_token(world: World, name: str) -> None:
    """Nobody gets in without saying who they are; refresh tokens are the exception."""
    answer = await send(world, name, None)

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("name", taking_bodies("400"))
async def test_400_for_broken_json(world: World, name: str) -> None:
    """What cannot be parsed."""
    headers = {"content-type": "application/json"}
    answer = await send(world, name, await world.person(), json=None, content=b"{", headers=headers)

    assert code_of(answer) == (400, "json_invalid")


@pytest.mark.parametrize("name", declaring("404"))
async def test_404_for_ids_that_nobody_has(world: World, name: str) -> None:
    """Missing and foreign rows look the same."""
    assert (await send(world, name, await world.person())).status_code == 404


@pytest.mark.parametrize("name", declaring("413"))
async def test_413_for_a_body_beyond_the_limit(world: World, name: str) -> None:
    """Refused before it is read."""
    headers = {"content-type": "application/json"}
    body = b'"' + b"x" * 1048576 + b'"'
    answer = await send(world, name, await world.person(), json=None, content=body, headers=headers)

    assert code_of(answer) == (413, "body_too_large")


@pytest.mark.parametrize("name", declaring("414"))
async def test_414_for_an_endless_address(world: World, name: str) -> None:
    """Refused before anybody reads it."""
    answer = await send(world, name, None, query=f"?{'x' * world.service.state.settings.uri_bytes}")

    assert code_of(answer) == (414, "uri_too_long")


@pytest.mark.parametrize("name", declaring("415"))
async def test_415_for_anything_but_json(world: World, name: str) -> None:
    """Only JSON is accepted."""
    headers = {"content-type": "text/plain"}
    answer = await send(world, name, await world.person(), json=None, content=b"x", headers=headers)

    assert code_of(answer) == (415, "unsupported_media_type")


@pytest.mark.parametrize("name", declaring("422"))
async def test_422_for_an_unknown_parameter(world: World, name: str) -> None:
    """A typing error never means another list."""
    answer = await send(world, name, await world.person(), query="?no_such_parameter=1")

    assert code_of(answer) == (422, "unknown_field")


@pytest.mark.parametrize("name", declaring("431"))
async def test_431_for_endless_headers(world: World, name: str) -> None:
    """Refused before anybody reads them."""
    answer = await send(
        world, name, None, headers={"x-long": "x" * world.service.state.settings.header_bytes}
    )

    assert code_of(answer) == (431, "headers_too_large")
