"""Writes the fixes of findings into a definition: all of them, or none when anything fails."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from backstay.agent.definitions.model import Fix
from backstay.agent.definitions.source import read_source
from backstay.agent.definitions.write import write_text


def apply_fixes(path: Path, fixes: Iterable[Fix]) -> int:
    """Writes fixes into a file, all or none; how many were made.

    Of two that touch the same line the first is made; a second run makes the other. The file is
    UTF-8 with LF afterwards. UnreadableError when it has become something else meanwhile.
    """
    chosen = list(_separate(fixes))
    if not chosen:
        return 0
    lines = read_source(path).text.split("\n")
    for fix in reversed(chosen):
        lines[fix.first - 1 : fix.last] = fix.text.split("\n")
    write_text(path, "\n".join(lines))
    return len(chosen)


def _separate(fixes: Iterable[Fix]) -> Iterator[Fix]:
    last = 0
    for fix in sorted(dict.fromkeys(fixes), key=lambda fix: (fix.first, fix.last)):
        if fix.first > last:
            last = fix.last
            yield fix
