"""The headers of security stand on every answer, good or not (R-107, R-108)."""

import pytest

from tests.support import World

FIVE = {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
}


@pytest.mark.parametrize("path", ["http://test/health", "http://test/nowhere", "/auth/login"])
async def test_the_five_headers_are_there(world: World, path: str) -> None:
    """A page of somebody else can neither frame an answer nor read it as anything but JSON."""
    answer = await world.client.get(path)

    assert {name: answer.headers.get(name) for name in FIVE} == FIVE
