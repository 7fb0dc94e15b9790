"""Places in paths where an id stands: each known by the path up to it, for names say little."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

PARAMETER = re.compile(r"\{([^{}/]+)\}")
NOBODYS = 2_000_000_011
"""A number that is likely nobody's id, and fits into four bytes."""


@dataclass(frozen=True, slots=True)
class Place:
    """One parameter of a path; `at` is the path up to and with it."""

    at: str
    name: str
    schema: Mapping[str, Any]

    def nobodys(self) -> str:
        """An id of the right form that nobody has."""
        kind = self.schema.get("type")
        if kind in ("integer", "number"):
            most = self.schema.get("maximum", NOBODYS)
            return str(min(NOBODYS, int(most)))
        return str(uuid4())


def places_in(template: str, parameters: Mapping[str, Mapping[str, Any]]) -> Iterator[Place]:
    """The places of a path, from left to right."""
    for found in PARAMETER.finditer(template):
        yield Place(template[: found.end()], found[1], parameters.get(found[1], {}))


def key_of(at: str) -> str:
    """A place by its path alone: `{id}` and `{task_id}` are the same place."""
    return PARAMETER.sub("{}", at)
