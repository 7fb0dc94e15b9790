"""The route that a new one is modelled on: same method, same shape, another noun."""

import re
from dataclasses import dataclass

from backstay.agent.existing.nouns import Noun
from backstay.agent.tree.routes import Route

_PARAMETER = re.compile(r"^\{.*\}$|^:")


class UnsureError(ValueError):
    """What is asked for cannot be written with certainty; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """The route to model on, and the two nouns."""

    route: Route
    source: Noun
    target: Noun
    path: str


def pattern_for(routes: tuple[Route, ...], method: str, path: str) -> Pattern:
    """The nearest route. UnsureError when there is none, or when the route is there already."""
    wanted = _parts(path)
    known = [(one, _parts(one.path)) for one in routes]
    places = [index for index, part in enumerate(wanted) if not _is_parameter(part)]
    if not places:
        raise UnsureError(f"{path} names nothing")
    if any(one.method == method and _ends(parts, wanted) for one, parts in known):
        raise UnsureError(f"{method} {path} is there already")
    for place in reversed(places):
        for one, parts in known:
            offset = len(parts) - len(wanted)
            if one.method == method and offset >= 0 and _alike(parts[offset:], wanted, place):
                full = "/" + "/".join([*parts[:offset], *wanted])
                return Pattern(one, Noun.of(parts[offset + place]), Noun.of(wanted[place]), full)
    raise UnsureError(f"no {method} of another resource is there to model {path} on")


def _alike(parts: list[str], wanted: list[str], place: int) -> bool:
    """Whether two paths differ in one noun and in the names of parameters only."""
    return not _is_parameter(parts[place]) and all(
        index == place or mine == theirs or (_is_parameter(mine) and _is_parameter(theirs))
        for index, (mine, theirs) in enumerate(zip(wanted, parts, strict=True))
    )


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part]


def _is_parameter(part: str) -> bool:
    return bool(_PARAMETER.match(part))


def _ends(parts: list[str], wanted: list[str]) -> bool:
    tail = parts[len(parts) - len(wanted) :] if len(wanted) <= len(parts) else []
    return bool(tail) and all(
        mine == theirs or (_is_parameter(mine) and _is_parameter(theirs))
        for mine, theirs in zip(wanted, tail, strict=True)
    )
