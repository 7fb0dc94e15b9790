"""CHECKs and indexes as they stand in models and migrations."""

from backstay.build.tables.table import Check, Index, Sql
from backstay.build.views.words import literal


def sql_text(sql: Sql) -> str:
    """A condition in a model or migration: text, or one text per database."""
    if sql.same:
        return literal(sql.postgresql)
    return f"per_database(postgresql={literal(sql.postgresql)}, sqlite={literal(sql.sqlite)})"


def index_arguments(index: Index) -> str:
    """The columns and options of an index, without its name."""
    parts = [
        f'descending("{name[1:]}")' if name[0] == "-" else f'"{name}"' for name in index.columns
    ]
    if index.unique:
        parts.append("unique=True")
    if index.hashed:
        parts.append('postgresql_using="hash"')
    return ", ".join(parts)


def where_arguments(index: Index, prefix: str) -> str:
    """The condition of a partial index, for both databases."""
    if index.where is None:
        return ""
    first, second = literal(index.where.postgresql), literal(index.where.sqlite)
    return f", postgresql_where={prefix}text({first}), sqlite_where={prefix}text({second})"


def check_argument(check: Check) -> str:
    return f'CheckConstraint({sql_text(check.sql)}, name="{check.name}")'


def index_argument(index: Index) -> str:
    return f'Index("{index.name}", {index_arguments(index)}{where_arguments(index, "")})'


def _ordered(name: str) -> str:
    return f'descending("{name[1:]}")' if name[0] == "-" else f'"{name}"'
