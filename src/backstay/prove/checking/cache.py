"""Cache: records of the last run in `.backstay_cache`, plain data that can run nothing."""

from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec

import backstay
from backstay.prove import discover, reading, rules
from backstay.prove.checking.record import Record
from backstay.prove.reading.project import Project

FOLDER = ".backstay_cache"


@dataclass(slots=True)
class Kept:
    """What a cache file holds; `key` says which rules and settings it is true for."""

    key: str
    manifests: str = ""
    project: Project = field(default_factory=Project)
    records: list[Record] = field(default_factory=list)


class Cache:
    """The records of one project. A cache that cannot be read or written is an empty one."""

    def __init__(self, root: Path, key: str) -> None:
        self._file = root / FOLDER / "check.msgpack"
        self._key = key

    def load(self) -> Kept:
        """What the last run kept, if it was made by the same rules and settings."""
        try:
            kept = msgspec.msgpack.decode(self._file.read_bytes(), type=Kept)
        except (OSError, msgspec.MsgspecError):
            return Kept(self._key)
        return kept if kept.key == self._key else Kept(self._key)

    def store(self, kept: Kept) -> None:
        """Keep records for the next run, all or nothing."""
        fresh = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(exist_ok=True)
            (self._file.parent / ".gitignore").write_text("*\n", "utf-8")
            fresh.write_bytes(msgspec.msgpack.encode(kept))
            fresh.replace(self._file)
        except OSError:  # a read-only tree is checked all the same
            return


def key_of(*parts: str) -> str:
    """What records depend on besides their file: our own code, and settings."""
    return blake2b("\0".join([backstay.__version__, _ours(), *parts]).encode()).hexdigest()[:32]


@cache
def _ours() -> str:
    """A digest of the code of all rules and of what they read through."""
    files: list[Path] = []
    for package in (rules, reading):
        for folder in package.__path__:
            files += sorted(Path(folder).rglob("*.py"))
    seen = [f"{one}:{one.stat().st_mtime_ns}" for one in files]
    return ",".join([*seen, *discover.all_rules()])
