"""Walks: every row that a list shows to somebody, page by page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from backstay.blueprint.contract import Resource
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.world.person import Person
from backstay.prove.world.world import World

MOST_PAGES = 500
OK = 200


@dataclass(frozen=True, slots=True)
class Walk:
    """What a list showed: its rows in order, the total that it told, and its last answer."""

    rows: list[dict[str, Any]]
    total: int | None
    last: Exchange

    @property
    def ids(self) -> list[str]:
        """The ids of the rows, in order."""
        return [str(row["id"]) for row in self.rows]


async def walk(
    world: World,
    who: Person,
    resource: Resource,
    parameters: Mapping[str, str],
    limit: int = 0,
    **query: str,
) -> Walk:
    """All pages of a list, as far as they are answered with 200.

    Args: world; who; resource; parameters, of the path; limit, rows of a page, the most that are
    allowed when it is 0; query, further parameters.
    """
    operation = world.operation(resource, "list")
    assert operation is not None, "only lists that exist are walked"
    paging = resource.listing.page
    rows: list[dict[str, Any]] = []
    place = {"limit": str(limit or paging.max)}
    while True:
        asked = urlencode({**query, **place}, quote_via=quote)
        answer = await world.send(who, operation, parameters, query=asked)
        if answer.status != OK or not isinstance(answer.data, list):
            return Walk(rows, None, answer)
        rows += answer.data
        onward = after(paging.mode, answer, place)
        if onward is None or len(rows) > MOST_PAGES * paging.max:
            return Walk(rows, answer.meta.get("total"), answer)
        place = onward


def after(mode: str, answer: Exchange, place: Mapping[str, str]) -> dict[str, str] | None:
    """The parameters of the next page; None where there is none."""
    if mode == "cursor":
        onward = answer.meta.get("next")
        return None if onward is None else {**place, "cursor": str(onward)}
    page = int(answer.meta.get("page", 1))
    if page >= int(answer.meta.get("pages", 0)) or not answer.data:
        return None
    return {**place, "page": str(page + 1)}
