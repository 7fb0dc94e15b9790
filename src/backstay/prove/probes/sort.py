"""sort: every order that may be asked for is a model's; nulls last, binary, id at the end."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.lists import Stand, stand

SOME = 24
SHOWN = 300


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each list; where it says no order, there is the language's."""
    for resource in blueprint.resources:
        key = f"resources.{resource.name}"
        yield Trial(
            "sort",
            f"{key}.list.sort" if "list.sort" in resource.keys else key,
            resource.keys.get("list.sort", resource.at),
            f"{resource.plural} are sorted by {', '.join(resource.listing.sort)}",
            _Sort(resource).run,
        )


class _Sort:
    def __init__(self, resource: Resource) -> None:
        self.resource = resource
        self.written = resource.listing.sort or ("id",)

    async def run(self, attempt: Attempt) -> None:
        names = [name.removeprefix("-") for name in self.written]
        found = await stand(attempt.world, self.resource, SOME, *names)
        whole = await found.walk()
        attempt.controlled(len(whole.rows) > 1, f"the rows made are not listed: {whole.last}")
        for asked in ((), *self._orders(names)):
            seen = await found.walk(0, **({"sort": ",".join(asked)} if asked else {}))
            order = asked or self.written
            # rows that are alike in everything go by their id, one way or the other
            ways = [_ids(ordered(found, whole.rows, (*order, last))) for last in ("id", "-id")]
            said = f"?sort={','.join(asked)}" if asked else "the default order"
            attempt.require(seen.ids in ways, f"{said}: {_told(seen.ids, ways[0])}", seen.last)

    def _orders(self, names: list[str]) -> Iterator[tuple[str, ...]]:
        """Each name in both directions, then neighbours in opposite ones."""
        for name in names:
            yield (name,)
            yield (f"-{name}",)
        for first, second in pairwise(names):
            yield first, f"-{second}"
            yield f"-{second}", first


def ordered(found: Stand, rows: list[Any], order: tuple[str, ...]) -> list[Any]:
    """Rows in an order, by the model: texts as bytes, nulls last whichever way it goes."""
    for name in reversed(order):
        plain = name.removeprefix("-")
        there = [row for row in rows if found.value(row, plain) is not None]
        nulls = [row for row in rows if found.value(row, plain) is None]
        there.sort(key=lambda row: _key(found.value(row, plain)), reverse=name != plain)
        rows = there + nulls
    return rows


def _ids(rows: list[Any]) -> list[str]:
    return [str(row["id"]) for row in rows]


def _key(value: Any) -> Any:
    return value.encode() if isinstance(value, str) else value


def _told(ids: list[str], wanted: list[str]) -> str:
    if set(ids) != set(wanted):
        return f"{len(ids)} rows came where the model has {len(wanted)}"
    pairs = enumerate(zip(ids, wanted, strict=True), 1)
    return ", ".join(f"row {n} is {a}, not {b}" for n, (a, b) in pairs if a != b)[:SHOWN]
