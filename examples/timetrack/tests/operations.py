"""The operations of the service, as its OpenAPI document lists them."""

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

from httpx2 import Response

from tests.factories import bodies
from tests.support import Person, World

ROOT = Path(__file__).parent.parent
DOCUMENT = json.loads((ROOT / "docs" / "openapi.json").read_text())
OPERATIONS = {
    operation["operationId"]: (method.upper(), path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
}
BODIES = bodies()


def declaring(status: str) -> list[str]:
    """The operations that declare a status."""
    return [name for name, (_, _, one) in OPERATIONS.items() if status in one["responses"]]


def taking_bodies(status: str) -> list[str]:
    """Those of them that take a body."""
    return [name for name in declaring(status) if "requestBody" in OPERATIONS[name][2]]


async def send(world: World, name: str, who: Person | None, **changes: Any) -> Response:
    """One request of an operation, right in everything but what the test changes."""
    method, path, _ = OPERATIONS[name]
    for part in path.split("/"):
        if part.startswith("{"):
            path = path.replace(part, str(uuid4()))
    body = BODIES[name]() if name in BODIES else None
    if name == "refresh" and who is not None:
        body = {"refresh_token": who.refresh_token}
    given: dict[str, Any] = {"json": body} | changes
    headers = {**(who.headers if who else {}), **given.pop("headers", {})}
    query = given.pop("query", "")
    return await world.client.request(method, f"http://test{path}{query}", headers=headers, **given)
