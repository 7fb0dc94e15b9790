"""What was built last: kept under `.backstay/`, committed with the project."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from backstay.build.sql.condition import Sql
from backstay.build.tables.table import Check, Column, Index, Reference, Table

FOLDER = ".backstay"
FILE = f"{FOLDER}/state.json"
FORMAT = 1


class StateError(Exception):
    """The kept state cannot be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class State:
    """The last build.

    Attributes:
        contract: digest of the blueprint that was built.
        blueprint: its canonical JSON.
        tables: what the migrations lead to.
        revision: the newest migration.
        described: digest of the code and configuration that docs/openapi.json tells of.
        conflicts: the digest of each file in which conflicts were marked, as it was before.
    """

    backstay: str
    ruff: str
    contract: str
    blueprint: str
    revision: str
    tables: tuple[Table, ...] = ()
    described: str = ""
    conflicts: Mapping[str, str] = field(default_factory=dict)


def read_state(root: Path) -> State | None:
    """The last build; None where Backstay has never built. Raises: StateError."""
    path = root / FILE
    if not path.is_file():
        return None
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        if raw.pop("format") != FORMAT:
            raise StateError(f"{path} was written by another version of Backstay; update Backstay")
        tables = tuple(map(_table, raw.pop("tables")))
        return State(**raw, tables=tables)
    except (ValueError, KeyError, TypeError) as error:
        raise StateError(
            f"{path} is damaged ({error}); restore it from version control, for example "
            f"`git checkout {FILE}`"
        ) from error


def written(state: State) -> str:
    """The text of the state's file, the same for the same state."""
    return json.dumps({"format": FORMAT, **asdict(state)}, indent=1, sort_keys=True) + "\n"


def _table(raw: dict[str, Any]) -> Table:
    return Table(
        name=raw["name"],
        columns=tuple(_column(one) for one in raw["columns"]),
        checks=tuple(Check(one["name"], Sql(**one["sql"])) for one in raw["checks"]),
        indexes=tuple(_index(one) for one in raw["indexes"]),
        was=raw["was"],
        renamed=tuple((old, new) for old, new in raw["renamed"]),
    )


def _column(raw: dict[str, Any]) -> Column:
    reference, backfill = raw["reference"], raw["backfill"]
    made = {
        "reference": Reference(**reference) if reference else None,
        "backfill": Sql(**backfill) if backfill else None,
    }
    return Column(**raw | made)


def _index(raw: dict[str, Any]) -> Index:
    where = Sql(**raw["where"]) if raw["where"] else None
    return Index(**{**raw, "columns": tuple(raw["columns"]), "where": where})
