"""page: a full walk meets each row once, whatever the page's size; limit + 1 is 422."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.operations import Operation
from backstay.prove.attempt import Attempt
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.trial import Trial
from backstay.prove.world.clones import crowd
from backstay.prove.world.lists import Stand, stand
from backstay.prove.world.walks import after

MORE = 5
SIZES = (7, 10)
FEW = 4
MOST = 10_000
OK, BAD, UNFIT = 200, 400, 422


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each list."""
    for resource in blueprint.resources:
        own = "list.page" in resource.keys
        paging = resource.listing.page
        default = "defaults.page" if "defaults.page" in blueprint.keys else ""
        key = f"resources.{resource.name}"
        at = blueprint.keys.get("defaults.page", resource.at)
        yield Trial(
            "page",
            f"{key}.list.page" if own else default or key,
            resource.keys["list.page"] if own else at,
            f"{resource.plural} come in {paging.mode} pages of {paging.default} to {paging.max}",
            _Page(resource).run,
        )


class _Page:
    def __init__(self, resource: Resource) -> None:
        self.resource = resource
        self.paging = resource.listing.page

    async def run(self, attempt: Attempt) -> None:
        found = await stand(attempt.world, self.resource, self.paging.default + MORE)
        listing = attempt.world.operation(self.resource, "list")
        assert listing is not None, "somebody reads it, so it is listed"
        await self._limits(attempt, found, listing)
        whole = await found.walk()
        made = {row.id for row in found.rows}
        attempt.controlled(made <= set(whole.ids), f"the rows made are not listed: {whole.last}")
        self._once(attempt, whole.ids, made, f"a walk of {self.paging.max} a page")
        for size in sorted({min(size, self.paging.max) for size in SIZES}):
            seen = await found.walk(size)
            same = seen.ids == whole.ids
            why = f"pages of {size} show {len(seen.ids)} rows, or another order than larger ones"
            attempt.require(same, why, seen.last)
        if self.paging.mode == "cursor":
            await self._moving(attempt, found, listing)
            await self._forged(attempt, found, listing)
        else:
            await self._numbered(attempt, found, listing, len(whole.ids))

    async def _limits(self, attempt: Attempt, found: Stand, listing: Operation) -> None:
        """How many rows come when nothing is said, and how many may be asked for."""
        plain = await self._ask(found, listing, "")
        attempt.allow(plain, OK, why="a list without parameters")
        came = len(plain.data or ())
        why = f"{came} rows came on a page where {self.paging.default} are the default"
        attempt.require(came == self.paging.default, why, plain)
        told = plain.meta.get("limit")
        attempt.require(told == self.paging.default, f"meta.limit is {told}", plain)
        most = await self._ask(found, listing, f"limit={self.paging.max}")
        attempt.allow(most, OK, why=f"limit={self.paging.max}")
        for limit in (self.paging.max + 1, 0, -1, "x", "1.5"):
            answer = await self._ask(found, listing, f"limit={limit}")
            attempt.expect(answer, UNFIT, why=f"limit={limit}")

    async def _numbered(
        self, attempt: Attempt, found: Stand, listing: Operation, total: int
    ) -> None:
        size = min(SIZES[0], self.paging.max)
        first = await self._ask(found, listing, f"page=1&limit={size}")
        wanted = {"page": 1, "limit": size, "total": total, "pages": -(-total // size)}
        attempt.require(first.meta == wanted, f"meta is {first.meta}, not {wanted}", first)
        past = await self._ask(found, listing, f"page={total + 1}&limit={size}")
        attempt.expect(past, OK, why="a page past the end")
        attempt.require(past.data == [], "a page past the end shows rows", past)
        for page in (0, -1, "x"):
            answer = await self._ask(found, listing, f"page={page}")
            attempt.expect(answer, UNFIT, why=f"page={page}")

    async def _moving(self, attempt: Attempt, found: Stand, listing: Operation) -> None:
        """While rows come and go, those that stay are met once, and none twice."""
        world = attempt.world
        staying = {row.id for row in found.rows[::2]}
        leaving = found.rows[1::2]
        ids: list[str] = []
        place: dict[str, str] | None = {"limit": str(min(FEW, self.paging.max))}
        while place is not None:
            query = "&".join(f"{name}={value}" for name, value in place.items())
            answer = await self._ask(found, listing, query)
            if answer.status != OK or len(ids) > MOST:
                attempt.require(good=False, why=f"a walk on moving rows broke: {answer}")
                return
            ids += [str(row["id"]) for row in answer.data]
            place = after("cursor", answer, place)
            if leaving:
                await world.database.remove(self.resource, leaving.pop().id)
                await crowd(world, found.base, 1)
        self._once(attempt, ids, staying, "a walk while rows come and go")

    async def _forged(self, attempt: Attempt, found: Stand, listing: Operation) -> None:
        """A cursor is good only as it was given, for the order that it was given for."""
        first = await self._ask(found, listing, f"limit={min(FEW, self.paging.max)}")
        given = str(first.meta.get("next"))
        turned = given[:-6] + given[-6:].swapcase()
        order = self.resource.listing.sort
        other = f"-{order[0]}".replace("--", "") if order else "-id"
        for query in ("cursor=forged", f"cursor={turned}", f"cursor={given}&sort={other}"):
            answer = await self._ask(found, listing, query)
            attempt.expect(answer, BAD, why=f"?{query}", code="cursor_invalid")

    async def _ask(self, found: Stand, listing: Operation, query: str) -> Exchange:
        return await found.world.send(found.who, listing, found.parameters, query=query)

    def _once(self, attempt: Attempt, ids: list[str], wanted: set[str], why: str) -> None:
        twice = len(ids) - len(set(ids))
        attempt.require(not twice, f"{why} meets {twice} rows twice")
        lost = wanted - set(ids)
        attempt.require(not lost, f"{why} never meets {len(lost)} of {len(wanted)} rows")
