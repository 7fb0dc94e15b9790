"""Writes an installation and keeps what undoes it: made files, and the texts that were put in."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backstay.agent.hosts.jsontext import JsonTextError, insertion
from backstay.agent.hosts.plan import Change, InstallError, Plan

RECORD = ".backstay/init.json"
_COMMA = re.compile(r",(\s*[}\]])")


def install(root: Path, plan: Plan) -> list[str]:
    """Write all of a plan or none; gives the paths that changed. Raises: InstallError."""
    done: list[Change] = []
    record = _read_record(root)
    made: list[str] = record["folders"]
    try:
        for one in plan.changes:
            made += _make_folders(root, (root / one.path).parent)
            (root / one.path).write_bytes(one.after.encode())
            done.append(one)
        for one in plan.changes:
            entry = record["files"].setdefault(
                one.path, {"made": one.before is None, "text": "", "inserted": []}
            )
            entry["text"] = one.after if entry["made"] else ""
            entry["inserted"] += one.inserted
        if plan.changes:
            made += _make_folders(root, (root / RECORD).parent)
            (root / RECORD).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        for one in done:
            _restore(root, one)
        raise InstallError(f"cannot write: {error}; nothing was changed") from error
    return [one.path for one in plan.changes]


@dataclass(frozen=True, slots=True)
class Removed:
    """Paths that are as they were before, and those that somebody has changed since."""

    paths: tuple[str, ...]
    left: tuple[str, ...]


def remove(root: Path) -> Removed:
    """Undo an installation: a file that was made goes, what was put in is taken out again.

    A made file that was edited stays; of a shared file only our own text goes.
    """
    record = _read_record(root)
    gone: list[str] = []
    left: list[str] = []
    for path, entry in record["files"].items():
        place = root / path
        if not place.is_file():
            continue
        text = place.read_bytes().decode("utf-8", errors="surrogateescape")
        if entry["made"] and text == entry["text"]:
            place.unlink()
            gone.append(path)
        elif (bare := _without(text, entry["inserted"])) is not None:
            place.write_bytes(bare.encode("utf-8", errors="surrogateescape"))
            gone.append(path)
        else:
            left.append(path)
    (root / RECORD).unlink(missing_ok=True)
    for folder in sorted(record["folders"], key=len, reverse=True):
        if (root / folder).is_dir() and not any((root / folder).iterdir()):
            (root / folder).rmdir()
    return Removed(tuple(gone), tuple(left))


def _without(text: str, inserted: list[str]) -> str | None:
    """The text with our parts taken out, the last first; None where that leaves no JSON."""
    if not inserted:
        return None
    for one in reversed(inserted):  # a later one may stand inside an earlier one
        if one not in text:
            return None
        text = text.replace(one, "", 1)
    # where somebody has added a value since, its comma may now have nothing after it
    closed = _COMMA.sub(r"\1", text)
    return next((one for one in (text, closed) if _is_json(one)), None)


def _is_json(text: str) -> bool:
    try:
        insertion(text, (), "a key that nobody has", 0)
    except JsonTextError:
        return False
    return True


def _make_folders(root: Path, folder: Path) -> list[str]:
    """The folders that had to be made, relative to the root."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return [one.relative_to(root).as_posix() for one in missing if one.is_relative_to(root)]


def _restore(root: Path, one: Change) -> None:
    if one.before is None:
        (root / one.path).unlink(missing_ok=True)
    else:
        (root / one.path).write_bytes(one.before.encode())


def _read_record(root: Path) -> dict[str, Any]:
    try:
        found = json.loads((root / RECORD).read_text(encoding="utf-8"))
        return {"files": dict(found["files"]), "folders": list(found["folders"])}
    except FileNotFoundError:
        return {"files": {}, "folders": []}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InstallError(f"{RECORD} is damaged ({error}); restore it") from error
