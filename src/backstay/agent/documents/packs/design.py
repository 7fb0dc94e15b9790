"""docs/design.md: what is decided before there is code, all of it from the contract (R-237)."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from math import ceil

from backstay.agent.documents.material import Material
from backstay.agent.documents.packs.behaviour import on_failure, under_load
from backstay.agent.documents.page.markdown import prose, table
from backstay.agent.documents.settings import FILE, defaults
from backstay.blueprint.canonical import digest
from backstay.blueprint.objectives import DEFAULT, objective_of
from backstay.blueprint.operations import operations

DATABASE_P95 = 50
"""Milliseconds: what the gate sheet gives the database."""

PACK = (
    ("API specification", "[openapi.json](openapi.json), [operations](api-documentation.md)"),
    ("Database schema", "[diagram and tables](database-schema.md)"),
    ("Authentication flows", "[sequence diagrams](api-documentation.md#sign-in)"),
    ("Error handling strategy", "[error-handling.md](error-handling.md)"),
    ("Performance requirements", "[below](#performance-requirements)"),
)


def pack(material: Material) -> Iterator[str]:
    """The five parts of the design, and which contract they are of."""
    blueprint = material.blueprint
    yield from prose(
        f"{blueprint.service} {blueprint.version}, contract `{digest(blueprint)[:16]}`.",
        "`backstay docs` writes all of this from `backstay.yaml` alone, before anything is",
        "built.",
    )
    yield ""
    yield from table(("part", "where"), PACK)


def performance(material: Material) -> Iterator[str]:
    """What the promises ask of the machine, worked out; nothing of it is measured."""
    blueprint = material.blueprint
    every = operations(blueprint)
    whole = blueprint.objective
    rate = whole.rate or DEFAULT.rate or 0
    promised = [objective_of(blueprint, one).p95 or Decimal(0) for one in every]
    inside = ceil(rate * float(sum(promised) / len(promised)) / 1000)
    busy = ceil(rate * DATABASE_P95 / 1000)
    said = defaults(material.files.text(FILE))
    pool = int(said.get("DB_POOL_SIZE", "10")) + int(said.get("DB_MAX_OVERFLOW", "20"))
    yield from prose(
        f"- Load: {rate} requests a second, all operations mixed; {blueprint.proof.users}",
        f"users for {blueprint.proof.seconds} s in `backstay prove --full`.",
    )
    rows = ", ".join(f"{count} {name}" for name, count in blueprint.proof.data.items())
    yield from prose(f"- Data: {rows}.")
    yield from prose(
        "- Inside at once, if each operation came as often and took all that it promises:",
        f"{inside}.",
    )
    enough = "enough" if busy <= pool else "too few: raise DB_POOL_SIZE"
    yield from prose(
        f"- Connections busy at once, if each request took {DATABASE_P95} ms of the database:",
        f"{busy}. A worker has at most {pool}: {enough}.",
    )
    yield from prose(
        "- Memory of a worker below 512 MB, database p95 below 50 ms, mix p95 below 500 ms:",
        "the gate sheet of `backstay prove`.",
    )
    yield ""
    counts = Counter(promised)
    yield from table(
        ("p95 promised", "operations"),
        ((f"{value.normalize():f} ms", str(counts[value])) for value in sorted(counts)),
    )


def behaviour(material: Material) -> Iterator[str]:
    """How each operation behaves under load and on failure (R-027)."""
    blueprint = material.blueprint
    yield from table(
        ("operation", "under load", "on failure"),
        (
            (f"{one.method} {one.path}", under_load(blueprint, one), on_failure(blueprint, one))
            for one in operations(blueprint)
        ),
    )
