"""`.build/timeline.md`: one entry per finished task, only ever added to (R-218)."""

import os
from datetime import UTC, datetime
from pathlib import Path

from backstay.agent.record.lock import locked

FILE = "timeline.md"
_LONGEST = 400


def append(root: Path, title: str, lines: tuple[str, ...], at: datetime | None = None) -> str:
    """Add an entry; gives its heading. Entries of runs at the same time follow one another."""
    moment = (at or datetime.now(UTC)).strftime("%Y-%m-%d %H:%M:%S UTC")
    heading = f"## {moment}: {_one_line(title)}"
    body = "".join(f"- {_one_line(line)}\n" for line in lines)
    with locked(root) as folder:
        place = folder / FILE
        first = "" if place.exists() else "# Timeline\n"
        handle = os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{first}\n{heading}\n\n{body}")
            file.flush()
            os.fsync(file.fileno())
    return heading


def _one_line(text: str) -> str:
    """Text of a task or an agent as one line that cannot look like another entry."""
    return " ".join(text.split())[:_LONGEST]
