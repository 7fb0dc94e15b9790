"""filter: each filter answers what a model picks from the unfiltered list, joined by "and"."""

from collections.abc import Callable, Iterator
from itertools import combinations
from operator import eq, ge, lt
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.kinds import KINDS
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.lists import TIMES, Stand, asked, stand

SOME = 24
MOST = 4
"""Values of each filter that are asked for."""

Keep = Callable[[Any], bool]


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each `list.filter`."""
    for resource in blueprint.resources:
        if resource.listing.filter:
            yield Trial(
                "filter",
                f"resources.{resource.name}.list.filter",
                resource.keys["list.filter"],
                f"{resource.plural} are filtered by {', '.join(resource.listing.filter)}",
                _Filter(resource).run,
            )


class _Filter:
    def __init__(self, resource: Resource) -> None:
        self.resource = resource

    async def run(self, attempt: Attempt) -> None:
        names = self.resource.listing.filter
        found = await stand(attempt.world, self.resource, SOME, *names)
        whole = await found.walk()
        attempt.controlled(len(whole.rows) > 1, f"the rows made are not listed: {whole.last}")
        conditions = [one for name in names for one in self._conditions(found, whole.rows, name)]
        for query, keep in conditions:
            await self._same(attempt, found, whole.rows, query, keep)
        for (query, keep), (more, also) in combinations(conditions[::2], 2):
            if not set(query) & set(more):
                await self._same(attempt, found, whole.rows, query | more, _both(keep, also))

    def _conditions(
        self, found: Stand, rows: list[Any], name: str
    ) -> Iterator[tuple[dict[str, str], Keep]]:
        """Queries on one field, and what each of them keeps."""
        values = [value for row in rows if (value := found.value(row, name)) is not None]
        some = sorted(set(values), key=str)[:: max(1, len(set(values)) // MOST)]
        kind = "datetime" if name in TIMES else self.resource.field(name).kind
        wire = name if name in TIMES else self.resource.field(name).wire
        for value in some[:MOST]:
            if kind != "datetime":
                yield {wire: asked(value)}, _keep(found, name, eq, value)
            if KINDS[kind].filter == "range":
                yield {f"{wire}_from": asked(value)}, _keep(found, name, ge, value)
                yield {f"{wire}_to": asked(value)}, _keep(found, name, lt, value)

    async def _same(
        self, attempt: Attempt, found: Stand, rows: list[Any], query: dict[str, str], keep: Keep
    ) -> None:
        seen = await found.walk(0, **query)
        wanted = [str(row["id"]) for row in rows if keep(row)]
        said = "&".join(f"{name}={value}" for name, value in query.items())
        why = f"?{said} shows {len(seen.rows)} rows where the model has {len(wanted)}"
        attempt.require(seen.ids == wanted, why, seen.last)
        told = seen.total is None or seen.total == len(wanted)
        attempt.require(
            told, f"?{said} tells a total of {seen.total}, not {len(wanted)}", seen.last
        )


def _keep(found: Stand, name: str, compare: Callable[[Any, Any], bool], value: Any) -> Keep:
    def keep(row: Any) -> bool:
        own = found.value(row, name)
        return own is not None and compare(own, value)

    return keep


def _both(one: Keep, two: Keep) -> Keep:
    return lambda row: one(row) and two(row)
