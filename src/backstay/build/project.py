"""A project on disk: what a build would do to it, and doing it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from backstay import __version__
from backstay.blueprint.canonical import digest as contract_digest
from backstay.blueprint.canonical import to_json
from backstay.blueprint.contract import Blueprint
from backstay.build.decide import decide
from backstay.build.files.apply import apply
from backstay.build.files.base import FILE as BASE_FILE
from backstay.build.files.base import Base, digest, pack_of, read_base, resolved
from backstay.build.files.state import FILE as STATE_FILE
from backstay.build.files.state import State, read_state, written
from backstay.build.migrations import Migrations, plan_migrations
from backstay.build.openapi import DescribeError, documents, interpreter
from backstay.build.plan import artifacts_of
from backstay.build.render import formatted, ruff_version
from backstay.build.report import BuildReport
from backstay.build.tables.derive import tables_of
from backstay.build.vendor import vendored


@dataclass(slots=True)
class Build:
    """A build that is decided but not yet written."""

    root: Path
    report: BuildReport
    write: dict[str, bytes] = field(default_factory=dict)
    remove: list[str] = field(default_factory=list)

    def apply(self) -> None:
        """Write it: all files or none. Raises: WriteError."""
        apply(self.root, self.write, self.remove)


def prepare(root: Path, blueprint: Blueprint) -> Build:
    """Decide what building the blueprint into a folder does to each file; nothing is written.

    Raises: StateError, ValueError for damaged state; MigrationRefused where data would be lost.
    """
    state, base = read_state(root), read_base(root)
    tables = tables_of(blueprint)
    migrations = plan_migrations(state, tables)
    fresh = {one.path: one.text for one in artifacts_of(blueprint, tables)}
    fresh |= {one.path: one.text for one in migrations.artifacts}
    fresh = formatted(fresh, "src")
    build = Build(root, BuildReport())
    kept, pending, marked = _decide_all(build, fresh, base, state, set(migrations.kept))
    _derive(build, blueprint)
    newest = State(
        backstay=__version__,
        ruff=ruff_version(),
        contract=contract_digest(blueprint),
        blueprint=to_json(blueprint),
        revision=migrations.head,
        tables=tables,
        conflicts=marked,
    )
    _write_if_new(build, STATE_FILE, written(newest).encode())
    _write_if_new(build, BASE_FILE, pack_of(Base(kept, pending)))
    return build
