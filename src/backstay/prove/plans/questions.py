"""Questions: one request for each way in which rows are found."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.naming import item_parameter
from backstay.blueprint.operations import operations
from backstay.prove.load.queries import filter_of
from backstay.prove.seeding.stock import Stock, Stored


@dataclass(frozen=True, slots=True)
class Question:
    """One way to ask a resource.

    `kind` is `get`, `default`, `limit N`, `filter`, `sort`, or `expand N` with a limit;
    `word` says which filter, order or reference.
    """

    resource: str
    kind: str
    word: str = ""

    @property
    def operation(self) -> str:
        """The kind of operation that answers it."""
        return "get" if self.kind == "get" else "list"


def questions(
    resource: Resource, rows: Sequence[Stored]
) -> Iterator[tuple[Question, Mapping[str, str]]]:
    """Every question with its query; filters have the values of stored rows.

    A filter on what no row has is not asked.
    """
    listing, name = resource.listing, resource.name
    most = str(listing.page.max)
    yield Question(name, "get"), {}
    yield Question(name, "default"), {}
    for size in dict.fromkeys(("1", most)):
        yield Question(name, f"limit {size}"), {"limit": size}
    for word in listing.filter:
        asked = filter_of(resource, word, rows)
        if asked:
            yield Question(name, "filter", word), asked
    for word in (sign + one.removeprefix("-") for one in listing.sort for sign in ("", "-")):
        yield Question(name, "sort", word), {"sort": word}
    for word in listing.expand:
        yield Question(name, f"expand {most}", word), {"expand": word, "limit": most}


def fullest(resource: Resource, stock: Stock) -> list[Stored]:
    """Its rows, those of the list that holds the most first; one list at the top, else one each."""
    rows = list(stock.of(resource.name))
    if not resource.under:
        return rows
    column = resource.field(resource.parent_field).wire
    below: dict[object, list[Stored]] = defaultdict(list)
    for row in rows:
        below[row[column]].append(row)
    return [row for some in sorted(below.values(), key=len, reverse=True) for row in some]


def paths_of(blueprint: Blueprint, resource: Resource, row: Stored, stock: Stock) -> dict[str, str]:
    """The paths to a row and to the list that it stands in, by kind of operation."""
    parameters = {item_parameter(resource.name): str(row["id"])}
    child, below = resource, row
    for parent in reversed(blueprint.chain(resource)):
        below = stock.find(parent.name, below[child.field(child.parent_field).wire])
        parameters[item_parameter(parent.name)] = str(below["id"])
        child = parent
    own = (one for one in operations(blueprint) if one.resource == resource.name)
    return {one.kind: one.path.format(**parameters) for one in own if one.kind in ("get", "list")}
