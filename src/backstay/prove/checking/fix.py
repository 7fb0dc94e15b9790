"""Fixes: applies the safe edits that rules bring with their hits, all of a file or none."""

from collections.abc import Iterable
from pathlib import Path

from backstay.prove.checking.record import Record
from backstay.prove.checking.run import Selection
from backstay.prove.hit import Edit


def fix(root: Path, records: Iterable[Record], selection: Selection) -> list[str]:
    """Write every safe edit that is asked for; gives the files that changed.

    Edits that overlap wait for the next run. A file that changed since it was judged is left.
    """
    changed: list[str] = []
    for record in records:
        edits = [
            edit
            for one in record.marked
            if one.hit.edits
            and selection.wants(record.path, one.hit.line, one.hit.end_line)
            and not any(waiver.covers == one.hit.line for waiver in record.waivers)
            for edit in one.hit.edits
        ]
        if edits and _write(root / record.path, record, edits):
            changed.append(record.path)
    return changed


def _write(file: Path, record: Record, edits: list[Edit]) -> bool:
    status = file.stat()
    if (status.st_size, status.st_mtime_ns) != (record.size, record.changed):
        return False
    content = file.read_bytes()
    if content.startswith(b"\xef\xbb\xbf") or b"\r" in content:
        return False  # offsets are those of plain text
    file.write_text(edited(content.decode("utf-8"), edits), "utf-8")
    return True


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made, from the first on; of two that overlap, the first."""
    parts: list[str] = []
    at = 0
    for edit in sorted(set(edits), key=lambda one: (one.start, one.end)):
        if edit.start < at:
            continue
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])
