"""A project on disk: what a build would do to it, and doing it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from backstay import __version__
from backstay.blueprint.canonical import digest as digest_of
from backstay.blueprint.canonical import to_json
from backstay.blueprint.contract import Blueprint
from backstay.build.changelog import FILE as CHANGELOG
from backstay.build.changelog import changelog
from backstay.build.derived import describe, renew
from backstay.build.files.apply import apply
from backstay.build.files.base import FILE as BASE_FILE
from backstay.build.files.base import Base, pack_of, read_base
from backstay.build.files.state import FILE as STATE_FILE
from backstay.build.files.state import State, read_state, written
from backstay.build.migrations import plan_migrations
from backstay.build.openapi import interpreter
from backstay.build.plan import artifacts_of
from backstay.build.rebuild import rebuilt
from backstay.build.render import formatted, ruff_version
from backstay.build.report import BuildReport, not_yet, untested
from backstay.build.tables.derive import tables_of
from backstay.build.teller import Teller, telling
from backstay.build.vendor import FOLDER as WHEELS
from backstay.build.vendor import vendored

WRITTEN_IN = "src"
"""The package's name in the templates; another layout renames it at the end."""


@dataclass(slots=True)
class Build:
    """A build that is decided but not yet written; `is_first` where none stands."""

    root: Path
    report: BuildReport
    is_first: bool = False
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
    with telling(interpreter(root), blueprint.layout) as teller:
        if state is None:
            teller.begin()  # the first time there is something to tell, whatever comes of the rest
        return _decided(root, blueprint, state, base, teller)


def _decided(
    root: Path, blueprint: Blueprint, state: State | None, base: Base, teller: Teller
) -> Build:
    tables = tables_of(blueprint)
    migrations = plan_migrations(root, state, tables)
    planned = [*artifacts_of(blueprint, tables), *migrations.artifacts]
    fresh = formatted({one.path: one.text for one in planned}, WRITTEN_IN)
    fresh = _relocated(fresh, blueprint.layout)
    written_last = base.texts.get(CHANGELOG, "")
    before = state.blueprint if state and written_last else ""
    fresh[CHANGELOG] = changelog(written_last, before, blueprint)
    build = Build(root, BuildReport(), is_first=state is None)
    build.report.notes += not_yet(blueprint)
    build.report.notes += untested(one.context for one in planned)
    result = rebuilt(build, fresh, base, state)
    _vendor(build)
    described = describe(build, blueprint.layout, state.described if state else "", teller)
    newest = State(
        backstay=__version__,
        ruff=ruff_version(),
        contract=digest_of(blueprint),
        blueprint=to_json(blueprint, places=False),
        revision=migrations.head,
        tables=tables,
        described=described,
        conflicts=result.conflicts,
    )
    build.put(STATE_FILE, written(newest).encode())
    build.put(BASE_FILE, pack_of(result.base))
    return build


def _vendor(build: Build) -> None:
    """The runtime's wheel; one of an earlier version goes."""
    files = vendored()
    for path, content in files.items():
        renew(build, path, content)
    old = (build.root / WHEELS).glob("backstay-*.whl")
    paths = (path.relative_to(build.root).as_posix() for path in old)
    build.remove += sorted(path for path in paths if path not in files)


def _relocated(texts: Mapping[str, str], package: str) -> dict[str, str]:
    """The texts with the project's package called as the contract's `layout` says."""
    if package == WRITTEN_IN:
        return dict(texts)
    named = re.compile(rf"(?:(?<=from )|(?<=[`\"])){WRITTEN_IN}(?=[./])")
    return {
        re.sub(rf"^{WRITTEN_IN}/", f"{package}/", path): named.sub(package, text)
        if path.endswith(".py")
        else text
        for path, text in texts.items()
    }
