"""What the orchestrator asks of check and prove, whoever answers; not run is said, never passed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """One finding: where, what, and how to mend it. `level` is error or warning."""

    path: str
    line: int
    rule: str
    message: str
    fix: str = ""
    command: str = ""
    level: str = "error"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.message}"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of the source found; `why` says why it did not run."""

    ran: bool
    found: tuple[Found, ...] = ()
    why: str = ""

    @property
    def errors(self) -> int:
        """How many findings fail the gate."""
        return sum(one.level == "error" for one in self.found)


@dataclass(frozen=True, slots=True)
class Proven:
    """What proof measured; None is unproven.

    `failed` names the lines that do not hold, `unproven` counts those that nothing was said of.
    """

    operations: int | None = None
    p95_ms: float | None = None
    rps: float | None = None
    coverage: float | None = None
    failed: tuple[str, ...] = ()
    environment: str = ""
    report: str = ""
    unproven: int = 0
    why: str = ""


Check: TypeAlias = Callable[[Path, tuple[str, ...]], Checked]
Prove: TypeAlias = Callable[[Path], Proven]
