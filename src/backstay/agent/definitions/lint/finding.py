"""One thing that lint says about a definition."""

from dataclasses import dataclass
from typing import Literal

from backstay.agent.definitions.fields import KEYS
from backstay.agent.definitions.model import Definition, Fix

Level = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding: what is so, where, and where possible the lines that make it right."""

    code: str
    level: Level
    message: str
    path: str
    line: int
    fix: Fix | None = None

    def __str__(self) -> str:
        """`path:line: level: message [code]`, as compilers print it."""
        return f"{self.path}:{self.line}: {self.level}: {self.message} [{self.code}]"


def at(definition: Definition, field: str, code: str, level: Level, message: str) -> Finding:
    """A finding about one header field of a definition."""
    written = next((key for key in KEYS.get(field, ()) if key in definition.lines), field)
    return Finding(code, level, message, definition.path, definition.line(written))
