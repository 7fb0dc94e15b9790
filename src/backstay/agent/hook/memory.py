"""What hooks remember between events: blocks of a session, files that did not parse."""

import json
import time
from pathlib import Path
from typing import Any

FILE = ".backstay_cache/hook.json"
WINDOW = 60.0
MOST_BLOCKS = 3
MOST_SESSIONS = 20


class Memory:
    """Kept in a file that may be lost at any time: then a session begins anew."""

    def __init__(self, root: Path, session: str, now: float | None = None) -> None:
        self._file = root / FILE
        self._session = session or "one"
        self._now = time.time() if now is None else now
        self._all = self._read()

    @property
    def _own(self) -> dict[str, Any]:
        own = self._all.setdefault(self._session, {})
        return own if isinstance(own, dict) else self._all.setdefault(self._session, {})

    def may_block(self) -> bool:
        """Whether a stop may be blocked once more: three times in a minute, no more."""
        recent = [one for one in self._times() if self._now - one < WINDOW]
        return len(recent) < MOST_BLOCKS

    def blocked(self) -> None:
        """Remember a block."""
        self._own["blocks"] = [*self._times()[-MOST_BLOCKS:], self._now]
        self._write()

    def tell_broken(self, path: str) -> bool:
        """Whether a file that does not parse is still to be told of in this turn."""
        told = self._own.setdefault("broken", [])
        if path in told:
            return False
        told.append(path)
        self._write()
        return True

    def end_turn(self) -> None:
        """A new turn: files may be broken once more."""
        if self._own.pop("broken", None):
            self._write()

    def _times(self) -> list[float]:
        times = self._own.get("blocks", [])
        return [one for one in times if isinstance(one, int | float)]

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self) -> None:
        kept = dict(list(self._all.items())[-MOST_SESSIONS:])
        try:
            self._file.parent.mkdir(exist_ok=True)
            (self._file.parent / ".gitignore").write_text("*\n", "utf-8")
            fresh = self._file.with_suffix(".new")
            fresh.write_text(json.dumps(kept), "utf-8")
            fresh.replace(self._file)
        except OSError:
            return  # a read-only tree is watched all the same
