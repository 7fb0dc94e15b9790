"""What a person has agreed to, written down: boundaries of `ask first` and handoffs (R-204)."""

import json
from datetime import UTC, datetime
from pathlib import Path

FILE = ".backstay/approvals.jsonl"


def approve(root: Path, what: str, why: str) -> None:
    """Write an approval down; the file belongs to the gate, so no agent writes it."""
    place = root / FILE
    place.parent.mkdir(parents=True, exist_ok=True)
    line = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "what": what, "why": why}
    with place.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def approved(root: Path) -> tuple[str, ...]:
    """Everything that was agreed to; a line that cannot be read counts for nothing."""
    try:
        lines = (root / FILE).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ()
    found = []
    for line in lines:
        try:
            found.append(str(json.loads(line)["what"]))
        except (ValueError, KeyError, TypeError):
            continue
    return tuple(dict.fromkeys(found))
