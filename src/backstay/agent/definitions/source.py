"""Reads the bytes of a definition as text: bounded, refusing binary content, naming each repair."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from backstay.agent.definitions.model import Repair

MOST_BYTES = 1_000_000  # the longest of the five sources has 24,000
_NO_FOLLOW = getattr(os, "O_NONBLOCK", 0)


class UnreadableError(ValueError):
    """A file that is no definition at all: missing, too large, binary. The message says which."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text, lines ending in LF, and what had to be done to get it."""

    text: str
    repairs: tuple[Repair, ...]


def read_source(path: Path) -> Source:
    """The text of a file; UnreadableError, saying why, when it cannot be a definition."""
    try:
        handle = os.open(path, os.O_RDONLY | _NO_FOLLOW)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise UnreadableError("this is no ordinary file; give an agent definition")
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"{error.strerror}; give an agent definition") from error
    return decode(content)


def decode(content: bytes) -> Source:
    """Bytes as text; UTF-8, UTF-16 by its mark, else Windows-1252, each departure reported."""
    if len(content) > MOST_BYTES:
        raise UnreadableError(
            f"larger than {MOST_BYTES:,} bytes; a definition holds instructions, not data"
        )
    repairs: list[Repair] = []
    text = _decoded(content, repairs)
    if text.startswith("\ufeff"):
        repairs.append(Repair("byte-order-mark", "the file begins with a byte order mark", 1))
        text = text[1:]
    if "\r" in text:
        repairs.append(Repair("line-ends", "lines end in CR; LF is what hosts expect", 1))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(text, tuple(repairs))


def _decoded(content: bytes, repairs: list[Repair]) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        repairs.append(Repair("encoding", "the file is UTF-16; hosts read UTF-8", 1))
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        raise UnreadableError("binary content; a definition is Markdown")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        repairs.append(Repair("encoding", "not UTF-8; read as Windows-1252", line))
        return content.decode("cp1252", errors="replace")
