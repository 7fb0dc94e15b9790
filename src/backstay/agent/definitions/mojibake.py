"""Finds text that was UTF-8 and was once read as Windows-1252 or -1254: `â€“` for a dash."""

import re
from collections.abc import Iterator

from backstay.agent.definitions.model import Fix, Repair

# how the lead bytes of common letters, signs and emojis look in both code pages; others are left
# out, since "É»" at the end of a quotation is sound French and happens to decode
_RUN = re.compile(r"[ÂÃÅâãåæçèïðñğ][^\x00-\x7f]{1,8}")
_PRINTABLE = 0xA0  # below it, Latin-1 has control characters only
_PAGES = ("cp1252", "cp1254")
_VARIATION = (
    "\u00ef\u00b8"  # half of an emoji's variation selector, whose last byte has no character
)


def find_mojibake(text: str, first_line: int = 1) -> Iterator[Repair]:
    """One repair per damaged line, with the line as it should be.

    Nothing is changed here: a text may well speak about such damage.
    """
    for number, line in enumerate(text.split("\n"), first_line):
        whole = mended(line)
        if whole != line:
            damaged = " ".join(dict.fromkeys(_damaged(line)))
            message = f"{damaged} was UTF-8 once, and was read in another encoding"
            yield Repair("mojibake", message, number, Fix(number, number, whole))


def mended(line: str) -> str:
    """The line with every damaged run decoded anew; what does not decode stays."""
    return _RUN.sub(lambda match: _decoded(match.group()), line)


def _damaged(line: str) -> Iterator[str]:
    for match in _RUN.finditer(line):
        if _decoded(match.group()) != match.group():
            yield match.group()


def _decoded(run: str) -> str:
    """The longest beginning that is UTF-8 in disguise, mended; the rest as it is."""
    for end in range(len(run), 1, -1):
        for page in _PAGES:
            try:
                whole = _bytes(run[:end], page).decode("utf-8")
            except UnicodeError:
                continue
            rest = run[end:].removeprefix(_VARIATION)
            return whole + (_decoded(rest) if _RUN.match(rest) else rest)
    return run


def _bytes(run: str, page: str) -> bytes:
    """The bytes that were shown as these characters; those without a character passed through."""
    return b"".join(
        one.encode("latin-1") if ord(one) < _PRINTABLE else one.encode(page) for one in run
    )
