"""Takes comments out of foreign texts in one pass, and keeps the number of every line."""

import re
from collections.abc import Iterator

_OPENING = re.compile(r"""["'`]|//|/\*""")
_CLOSING = {
    '"': re.compile(r'(?:\\.|[^"\\\n])*"?'),
    "'": re.compile(r"(?:\\.|[^'\\\n])*'?"),
    "`": re.compile(r"(?:\\.|[^`\\])*`?", re.DOTALL),
    "//": re.compile(r"[^\n]*"),
    "/*": re.compile(r"(?:[^*]|\*(?!/))*(?:\*/)?"),
}


def without_comments(text: str) -> str:
    """JavaScript, TypeScript or JSON without its comments; strings are not looked into."""
    return "".join(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    """Each opening is followed to its end once, so that hostile texts cost no more than others."""
    position = 0
    while opening := _OPENING.search(text, position):
        yield text[position : opening.start()]
        closing = _CLOSING[opening.group()].match(text, opening.end())
        position = closing.end() if closing else opening.end()
        piece = text[opening.start() : position]
        yield "\n" * piece.count("\n") if piece.startswith("/") else piece
    yield text[position:]


def without_blocks(text: str, opening: str, closing: str) -> str:
    """A text without what stands between two marks, as `<!--` and `-->`, the marks included."""
    pieces: list[str] = []
    rest = text
    while True:
        before, mark, rest = rest.partition(opening)
        pieces.append(before)
        if not mark:
            return "".join(pieces)
        block, _, rest = rest.partition(closing)
        pieces.append("\n" * block.count("\n"))
