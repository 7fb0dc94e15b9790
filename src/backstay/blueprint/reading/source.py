"""The bytes of a contract as text: its size, its encoding, and no control characters."""

import re
import unicodedata

from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.model import Place

MOST_BYTES = 1_000_000
TOP = Place(1, 1)
# All of C0 and C1 but tab and line ends, the line separators that no editor counts, the
# overrides of writing direction that show a reader another text than is there, byte order marks
# further down, and non-characters.
CONTROL = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def text_of(raw: bytes, mistakes: Mistakes) -> str | None:
    """The text of a contract, without a byte order mark; None after a mistake (BS002..BS004)."""
    if len(raw) > MOST_BYTES:
        message = f"the contract is larger than 1 MB ({MOST_BYTES} bytes)"
        mistakes.add(TOP, "BS002", message, hint="is this the right file?")
        return None
    try:
        text = raw.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as bad:
        before = raw[: bad.start].decode()
        mistakes.add(
            at_end_of(before),
            "BS003",
            f"byte 0x{raw[bad.start]:02x} is not UTF-8",
            hint="save the file as UTF-8",
        )
        return None
    if odd := CONTROL.search(text):
        mistakes.add(at_end_of(text[: odd.start()]), "BS004", control(odd[0]))
        return None
    return text


def control(char: str) -> str:
    """What is said about a control character."""
    name = unicodedata.name(char, "")
    return f"control character U+{ord(char):04X}" + (f" ({name.lower()})" if name else "")


def at_end_of(before: str) -> Place:
    """The place right behind some text."""
    lines = re.split("\r\n|\r|\n", before)
    return Place(len(lines), len(lines[-1]) + 1)
