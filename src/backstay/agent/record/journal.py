"""The journal: each step of a run as one line of JSON, in the order in which it happened."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from backstay.agent.record.lock import FOLDER, locked

RUNS = f"{FOLDER}/runs"


class Journal:
    """What one run did, appended to a file of its own."""

    def __init__(self, root: Path, task: str, run: str = "", *, quiet: bool = False) -> None:
        self.root = root
        self.quiet = quiet
        self.run = run or _new(task)

    @property
    def path(self) -> str:
        """Where the journal stands, relative to the project."""
        return f"{RUNS}/{self.run}.jsonl"

    def note(self, step: str, **facts: Any) -> None:
        """Write down one step; a quiet journal writes nothing."""
        if self.quiet:
            return
        line = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "step": step, **facts}
        with locked(self.root) as folder:
            place = folder / "runs" / f"{self.run}.jsonl"
            place.parent.mkdir(exist_ok=True)
            with place.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")


def _new(task: str) -> str:
    words = re.findall(r"[a-z0-9]+", task.lower())[:4]
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    return "-".join([stamp, *words, uuid4().hex[:6]])
