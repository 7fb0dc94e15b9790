"""Which migrations a build writes: the first ones, or those from the last build to this one."""

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from backstay.build.artifact import Artifact
from backstay.build.files.state import State
from backstay.build.render import context_of
from backstay.build.tables.changes import Alteration, changes_of
from backstay.build.tables.table import Table
from backstay.build.views.alteration import AlterationView, alteration_view
from backstay.build.views.migration import MigrationView, migration_view
from backstay.build.views.renaming import renaming_view

FOLDER = "config/alembic/versions"
_CREATE = f"migration/{FOLDER}/{{{{ revision }}}}_{{{{ table }}}}.py.jinja"
_ALTER = f"alteration/{FOLDER}/{{{{ revision }}}}_alter_{{{{ table }}}}.py.jinja"
_RENAME = f"renaming/{FOLDER}/{{{{ revision }}}}_rename_tables.py.jinja"
_OWN = f"runtime_tables/{FOLDER}/0001_backstay.py.jinja"
FIRST = "0001"


@dataclass(frozen=True, slots=True)
class Migrations:
    """New migrations, and the newest revision once they stand."""

    artifacts: tuple[Artifact, ...]
    head: str


def plan_migrations(root: Path, state: State | None, tables: tuple[Table, ...]) -> Migrations:
    """The migrations of this build. Migrations that exist are never changed.

    Raises: MigrationRefused where data would be lost; ValueError for two newest migrations.
    """
    if state is None:
        made = [Artifact(_OWN, {})]
        head = FIRST
        known: tuple[Table, ...] = ()
    else:
        made = []
        head = newest(root / FOLDER) or state.revision
        known = state.tables
    chain = _Chain(_number(root / FOLDER, head), head)
    changes = changes_of(known, tables)
    if changes.renamed:
        made.append(chain.link(_RENAME, partial(renaming_view, changes.renamed)))
    earlier: tuple[Table, ...] = ()
    for table in changes.created:
        made.append(chain.link(_CREATE, partial(_creation, table, earlier)))
        earlier = (*earlier, table)
    for one in changes.altered:
        made.append(chain.link(_ALTER, partial(_alteration, one)))
    return Migrations(tuple(made), chain.head)


@dataclass(slots=True)
class _Chain:
    """Numbers migrations, each after the one before."""

    number: int
    head: str

    def link(self, template: str, view: Callable[[str, str], Any]) -> Artifact:
        """The next migration; its view is made from its own revision and the one before."""
        self.number += 1
        revision, before = f"{self.number:04}", self.head
        self.head = revision
        return Artifact(template, context_of(view(revision, before)))


def _creation(
    table: Table, earlier: tuple[Table, ...], revision: str, before: str
) -> MigrationView:
    return migration_view(revision, before, table, earlier)


def _alteration(one: Alteration, revision: str, before: str) -> AlterationView:
    return alteration_view(revision, before, one)


def newest(folder: Path) -> str | None:
    """The newest revision in the folder, a user's own ones included; None in an empty folder.

    Raises: ValueError when there are two: which one comes first is not ours to say.
    """
    downs: dict[str, object] = {}
    for path in sorted(folder.glob("*.py")):
        found = dict(_assigned(path))
        if "revision" in found:
            downs[str(found["revision"])] = found.get("down_revision")
    older = {down for one in downs.values() for down in (one if isinstance(one, tuple) else (one,))}
    heads = sorted(set(downs) - older)
    if len(heads) > 1:
        raise ValueError(f"two newest migrations: {', '.join(heads)}; run `alembic merge heads`")
    return heads[0] if heads else None


def _assigned(path: Path) -> list[tuple[str, object]]:
    """What a migration assigns at its top level; nothing of it is run."""
    found: list[tuple[str, object]] = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        value = getattr(node, "value", None)
        if isinstance(target, ast.Name) and isinstance(value, ast.Constant | ast.Tuple):
            found.append((target.id, ast.literal_eval(value)))
    return found


def _number(folder: Path, head: str) -> int:
    """The highest number that a file of ours begins with."""
    names = [head, *(path.name for path in folder.glob("*.py"))]
    return max((int(found[0]) for name in names if (found := re.match(r"\d{4}", name))), default=1)
