"""Finding: one thing that is wrong, at one place; rules and probes both speak in it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much it matters; `info` never fails a gate."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: of the source for rules, of the contract for probes.

    Lines and columns count from 1; 0 means the whole file.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong (`message`), what to do (`hint`), and the command that mends it (`fix`).

    `check` is the id of a rule (`DAT003`) or the name of a probe (`matrix`). `script` is a shell
    script that shows a probe's finding again, against a running subject. `fingerprint` tells a
    rule's finding from others for as long as its line says the same.
    """

    check: str
    message: str
    where: Location
    hint: str = ""
    fix: str = ""
    severity: Severity = Severity.HIGH
    script: str = ""
    fingerprint: str = ""
