"""Which migration a project's code is at, and which its database is at; nothing of Alembic."""

import ast
from pathlib import Path
from typing import Any

from sqlalchemy import Column, MetaData, String, Table, select

_VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32)))
FIND_VERSION = select(_VERSION.c.version_num)
"""Finds the revision that a database is at; fails where no migration has ever run."""


def head_of(folder: Path) -> str | None:
    """The newest revision among the migration files; None when there are none.

    Raises: ValueError when there are two: they must be merged first.
    """
    revisions: dict[str, object] = {}
    for path in sorted(folder.glob("*.py")):
        names = _assigned(path)
        if isinstance(names.get("revision"), str):
            revisions[str(names["revision"])] = names.get("down_revision")
    older: set[object] = set()
    for down in revisions.values():
        older.update(down if isinstance(down, tuple) else (down,))
    heads = sorted(set(revisions) - older)
    if len(heads) > 1:
        raise ValueError(f"two newest migrations: {', '.join(heads)}; run `alembic merge heads`")
    return heads[0] if heads else None


def _assigned(path: Path) -> dict[str, Any]:
    """The literals that a migration file assigns at its top level; nothing of it is run."""
    found: dict[str, Any] = {}
    for node in ast.parse(path.read_text()).body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        value = getattr(node, "value", None)
        if isinstance(target, ast.Name) and isinstance(value, ast.Constant | ast.Tuple):
            found[target.id] = ast.literal_eval(value)
    return found
