"""BuildReport: what a build did, or would do, to each file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from backstay.blueprint.contract import Blueprint


@dataclass(slots=True)
class BuildReport:
    """Paths by what happens to them; `renewed` are derived, `notes` are for the reader."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    conflicted: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    unchanged: int = 0
    notes: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The report for a terminal: one line per touched file, then what to know."""
        groups = {
            "created": self.created,
            "updated": self.updated,
            "merged": self.merged,
            "removed": self.removed,
            "renewed": self.renewed,
            "kept": self.kept,
            "CONFLICT": self.conflicted,
        }
        found = [f"{name:9} {path}" for name, paths in groups.items() for path in sorted(paths)]
        return found + self.notes

    def summary(self) -> str:
        """One line."""
        counts = {
            "created": len(self.created),
            "updated": len(self.updated),
            "merged": len(self.merged),
            "removed": len(self.removed),
            "renewed": len(self.renewed),
            "kept as edited": len(self.kept),
            "in conflict": len(self.conflicted),
            "unchanged": self.unchanged,
        }
        return ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "nothing"


def untested(contexts: Iterable[Mapping[str, Any]]) -> list[str]:
    """What no generated test shows, for no sample of it was found: said, never left out."""
    notes = (note for context in contexts for note in context.get("untested", ()))
    return list(dict.fromkeys(notes))


def not_yet(blueprint: Blueprint) -> list[str]:
    """What the contract says and this version only reads and checks: never in silence."""
    found = []
    if blueprint.jobs:
        names = ", ".join(job.name for job in blueprint.jobs)
        found.append(f"not built yet: jobs ({names}); they are read and checked")
    return found
