"""Hit: one place that a rule objects to, or keeps to; what a rule yields."""

from dataclasses import dataclass

from backstay.prove.finding import Severity


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters from `start` up to `end` of the file's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a file with what is wrong there; lines and columns count from 1.

    `kept` marks a place where the project does follow a habit: it is counted, never shown.
    `severity` overrides the rule's own. `edits` mend it without changing what the code does.
    """

    path: str
    line: int
    message: str
    column: int = 0
    end_line: int = 0
    hint: str = ""
    severity: Severity | None = None
    edits: tuple[Edit, ...] = ()
    kept: bool = False
