"""CHECKs and indexes as they stand in models and migrations."""

import re

from backstay.build.sql.condition import Sql
from backstay.build.tables.table import Check, Index
from backstay.build.views.words import call_with, literal

_BIND = re.compile(r"(?<![:\w\\]):(?=\w+(?!:))")


def as_text(sql: str) -> str:
    """SQL for SQLAlchemy's `text`, which would take `':word'` for a value to be bound."""
    return _BIND.sub(r"\:", sql)


def sql_text(sql: Sql) -> str:
    """A condition in a model or migration: text, or one text per database."""
    if sql.same:
        return literal(as_text(sql.postgresql))
    return f"per_database(postgresql={literal(sql.postgresql)}, sqlite={literal(sql.sqlite)})"


def index_columns(index: Index) -> str:
    """The columns of an index."""
    return ", ".join(_index_column(name) for name in index.columns)


def index_options(index: Index, prefix: str) -> str:
    """What follows the columns of an index: unique, hashed, partial on both databases."""
    options = ", unique=True" if index.unique else ""
    if index.hashed:
        options += ', postgresql_using="hash"'
    if index.where is not None:
        for name, where in (("postgresql", index.where.postgresql), ("sqlite", index.where.sqlite)):
            options += f", {name}_where={call_with(f'{prefix}text', as_text(where))}"
    return options


def check_argument(check: Check) -> str:
    """A CHECK inside `__table_args__`; the metadata adds the prefix to its name."""
    return f'CheckConstraint({sql_text(check.sql)}, name="{check.name}")'


def index_argument(index: Index) -> str:
    """An index inside `__table_args__`."""
    return f'Index("{index.name}", {index_columns(index)}{index_options(index, "")})'


def _index_column(signed: str) -> str:
    name = signed.lstrip("-+")
    ways = {
        "": f'"{name}"',
        "+": f'ascending("{name}")',
        "-": f'descending("{name}")',
        "--": f'descending("{name}", nulls=False)',
    }
    return ways[signed.removesuffix(name)]
