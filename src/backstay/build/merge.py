"""merge: base, edited, fresh -> merged or in conflict (pure).

`base` is what the builder wrote last, `edited` what stands on disk, `fresh` what it would write
now. Lines that only one side changed are taken from that side; lines that both changed, and not
alike, are a conflict in git's markers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

START, MIDDLE, END = "<<<<<<< edited", "=======", ">>>>>>> fresh"


@dataclass(frozen=True, slots=True)
class Merged:
    """The text of a merge, and how many conflicts are marked in it."""

    text: str
    conflicts: int


@dataclass(frozen=True, slots=True)
class _Span:
    """Lines of base and of one side that are the same."""

    base: int
    side: int
    length: int


def merge(base: str, edited: str, fresh: str) -> Merged:
    """Merge three texts line by line; line endings are part of the lines."""
    b, e, f = (text.splitlines(keepends=True) for text in (base, edited, fresh))
    lines: list[str] = []
    conflicts = 0
    for base_part, edited_part, fresh_part in _chunks(b, e, f):
        if fresh_part in (edited_part, base_part):
            lines += edited_part
        elif edited_part == base_part:
            lines += fresh_part
        else:
            conflicts += 1
            lines += _marked(edited_part, fresh_part)
    return Merged("".join(lines), conflicts)


def has_markers(text: str) -> bool:
    """Whether a conflict is still to be resolved."""
    lines = text.splitlines()
    return any(line.startswith("<<<<<<< ") for line in lines) and any(
        line.startswith(">>>>>>> ") for line in lines
    )


def _chunks(
    base: list[str], edited: list[str], fresh: list[str]
) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """The three texts cut where all three agree: common runs, and what lies between them."""
    b = e = f = 0
    for start, first, second, length in _common(_spans(base, edited), _spans(base, fresh)):
        if start > b or first > e or second > f:
            yield base[b:start], edited[e:first], fresh[f:second]
        if length:
            run = base[start : start + length]
            yield run, run, run
        b, e, f = start + length, first + length, second + length
    if b < len(base) or e < len(edited) or f < len(fresh):
        yield base[b:], edited[e:], fresh[f:]


def _spans(base: list[str], side: list[str]) -> list[_Span]:
    blocks = SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks()
    return [_Span(block.a, block.b, block.size) for block in blocks]


def _common(edited: Sequence[_Span], fresh: Sequence[_Span]) -> Iterator[tuple[int, int, int, int]]:
    """Runs of base that stand in both sides: their place in base, edited, fresh, their length."""
    one = other = 0
    while one < len(edited) and other < len(fresh):
        left, right = edited[one], fresh[other]
        start = max(left.base, right.base)
        end = min(left.base + left.length, right.base + right.length)
        if start < end:
            first = left.side + start - left.base
            yield start, first, right.side + start - right.base, end - start
        if left.base + left.length <= right.base + right.length:
            one += 1
        else:
            other += 1


def _marked(edited: list[str], fresh: list[str]) -> list[str]:
    ending = "\r\n" if any(line.endswith("\r\n") for line in edited) else "\n"
    return [
        START + ending,
        *_closed(edited, ending),
        MIDDLE + ending,
        *_closed(fresh, ending),
        END + ending,
    ]


def _closed(lines: list[str], ending: str) -> list[str]:
    """The lines, the last one ended, so that a marker never stands behind text."""
    if lines and not lines[-1].endswith(("\n", "\r")):
        return [*lines[:-1], lines[-1] + ending]
    return lines
