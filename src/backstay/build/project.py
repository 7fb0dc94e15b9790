"""A project on disk: what a build would do to it, and doing it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from backstay import __version__
from backstay.blueprint.canonical import digest as digest_of
from backstay.blueprint.canonical import to_json
from backstay.blueprint.contract import Blueprint
from backstay.build.files.apply import apply
from backstay.build.files.base import FILE as BASE_FILE
from backstay.build.files.base import pack_of, read_base
from backstay.build.files.state import FILE as STATE_FILE
from backstay.build.files.state import State, read_state, written
from backstay.build.migrations import plan_migrations
from backstay.build.openapi import DescribeError, documents, interpreter
from backstay.build.plan import artifacts_of
from backstay.build.rebuild import rebuilt
from backstay.build.render import formatted, ruff_version
from backstay.build.report import BuildReport
from backstay.build.tables.derive import tables_of
from backstay.build.vendor import vendored

WRITTEN_IN = "src"
"""The package's name in the templates; another layout renames it at the end."""


@dataclass(slots=True)
class Build:
    """A build that is decided but not yet written."""

    root: Path
    report: BuildReport
    write: dict[str, bytes] = field(default_factory=dict)
    remove: list[str] = field(default_factory=list)

    def put(self, path: str, content: bytes) -> None:
        """Have a file written, unless it has this content already."""
        target = self.root / path
        if not target.is_file() or target.read_bytes() != content:
            self.write[path] = content

    def apply(self) -> None:
        """Write it: all files or none. Raises: WriteError."""
        apply(self.root, self.write, self.remove)


def prepare(root: Path, blueprint: Blueprint) -> Build:
    """Decide what building the blueprint into a folder does to each file; nothing is written.

    Raises: StateError, ValueError for damaged state; MigrationRefused where data would be lost.
    """
    state, base = read_state(root), read_base(root)
    tables = tables_of(blueprint)
    migrations = plan_migrations(root, state, tables)
    planned = [*artifacts_of(blueprint, tables), *migrations.artifacts]
    fresh = formatted({one.path: one.text for one in planned}, WRITTEN_IN)
    fresh = _relocated(fresh, blueprint.layout)
    build = Build(root, BuildReport())
    result = rebuilt(build, fresh, base, state)
    for path, content in vendored().items():
        build.put(path, content)
    _describe(build, fresh, blueprint)
    newest = State(
        backstay=__version__,
        ruff=ruff_version(),
        contract=digest_of(blueprint),
        blueprint=to_json(blueprint, places=False),
        revision=migrations.head,
        tables=tables,
        conflicts=result.conflicts,
    )
    build.put(STATE_FILE, written(newest).encode())
    build.put(BASE_FILE, pack_of(result.base))
    return build


def _describe(build: Build, fresh: Mapping[str, str], blueprint: Blueprint) -> None:
    """The OpenAPI documents: derived, so always as the project says now."""
    own = {path: content.decode() for path, content in build.write.items() if path.endswith(".py")}
    if not own and all((build.root / path).is_file() for path in ("docs/openapi.json",)):
        return
    try:
        told = documents(build.root, dict(fresh) | own, blueprint.layout, interpreter(build.root))
    except DescribeError as error:
        build.report.notes.append(f"docs/openapi.json is not renewed, the project says: {error}")
        return
    for path, text in told.items():
        build.put(path, text.encode())


def _relocated(texts: Mapping[str, str], package: str) -> dict[str, str]:
    """The texts with the project's package called as the contract's `layout` says."""
    if package == WRITTEN_IN:
        return dict(texts)
    found = {}
    for path, text in texts.items():
        moved = re.sub(rf"^{WRITTEN_IN}/", f"{package}/", path)
        python = path.endswith((".py", ".mako"))
        found[moved] = re.sub(rf"\b{WRITTEN_IN}\.", f"{package}.", text) if python else text
    return found
