"""Every file of a build compared with what was written last and with what stands there now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from backstay.build.decide import Decision, decide
from backstay.build.files.base import Base, digest, resolved
from backstay.build.files.state import State
from backstay.build.migrations import FOLDER as MIGRATIONS
from backstay.build.report import BuildReport


class Target(Protocol):
    """What a build is collected in."""

    root: Path
    report: BuildReport
    remove: list[str]

    def put(self, path: str, content: bytes) -> None:
        """Have a file written."""


@dataclass(slots=True)
class Rebuilt:
    """The base from now on, and the digest of each file in which conflicts stand."""

    texts: dict[str, str] = field(default_factory=dict)
    pending: dict[str, str] = field(default_factory=dict)
    conflicts: dict[str, str] = field(default_factory=dict)

    @property
    def base(self) -> Base:
        """What is kept."""
        return Base(self.texts, self.pending)


def rebuilt(build: Target, fresh: Mapping[str, str], base: Base, state: State | None) -> Rebuilt:
    """Decide the fate of every file that was built or is to be built."""
    result = Rebuilt()
    before = state.conflicts if state is not None else {}
    for path in sorted({*fresh, *base.texts}):
        if path.startswith(MIGRATIONS) and path not in fresh:
            result.texts[path] = base.texts[path]  # a migration that exists is never changed
            continue
        edited = _read(build.root / path)
        known = resolved(base, path, edited, before.get(path))
        decision = decide(known, edited, fresh.get(path))
        _record(build, path, decision)
        if decision.base is not None:
            result.texts[path] = decision.base
        if decision.outcome == "conflicted" and path in fresh and decision.base is not None:
            result.pending[path] = fresh[path]
            marked = decision.write is not None and edited is not None
            result.conflicts[path] = digest(edited or "") if marked else before.get(path, "")
    return result


def _record(build: Target, path: str, decision: Decision) -> None:
    report = build.report
    if decision.write is not None:
        build.put(path, decision.write.encode("utf-8", "surrogateescape"))
    if decision.outcome == "removed":
        build.remove.append(path)
    if decision.outcome == "unchanged":
        report.unchanged += 1
    else:
        getattr(report, decision.outcome).append(path)
    if decision.note:
        report.notes.append(f"{path}: {decision.note}")


def _read(path: Path) -> str | None:
    """The text on disk, line endings and all; None where there is none."""
    if not path.is_file():
        return None
    return path.read_bytes().decode("utf-8", errors="surrogateescape")
