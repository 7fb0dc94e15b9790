"""Splits JavaScript and TypeScript into code, strings and comments; it does not parse.

Limits: JSX text counts as code; a `/` begins a regular expression only where no value can end.
"""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"//[^\n]*|/\*.*?(?:\*/|\Z)|'(?:\\.|[^'\\\n])*'?|\"(?:\\.|[^\"\\\n])*\"?|`|\$?\{|\}|/",
    re.DOTALL,
)
_REGEX = re.compile(r"/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*")
_VALUE_ENDS = re.compile(r"[\w$)\]]\s*$")
_WORD_BEFORE_REGEX = re.compile(r"\b(return|typeof|case|in|of|delete|void|throw)\s*$")
_TEMPLATE = re.compile(r"(?:\\.|\$(?!\{)|[^`\\$])*", re.DOTALL)
_NOT_NEWLINE = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A string or a comment: its text without quotes or marks, and where it starts."""

    text: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Lexed:
    """`code` is as long as the text, with strings' contents and comments blank."""

    code: str
    strings: tuple[Piece, ...]
    comments: tuple[Piece, ...]


def lex(text: str) -> Lexed:
    """Split a script; never fails: what is not closed ends with its line or with the file."""
    strings: list[Piece] = []
    comments: list[Piece] = []
    blank: list[tuple[int, int]] = []
    depth: list[int] = []  # open braces of each `${` that we are in
    at = 0
    while (match := _TOKEN.search(text, at)) is not None:
        word, start, at = match.group(), match.start(), match.end()
        if word.startswith(("//", "/*")):
            comments.append(Piece(word[2:].removesuffix("*/").strip(), start, at, word[:2]))
            blank.append((start, at))
        elif word[0] in "'\"":
            closed = len(word) > 1 and word[-1] == word[0]
            strings.append(Piece(word[1:-1] if closed else word[1:], start, at, word[0]))
            blank.append((start + 1, at - closed))
        elif word == "/":
            if (regex := _REGEX.match(text, start)) is not None and _starts(text, start):
                at = regex.end()
                blank.append((start + 1, at))
        elif word == "`" or (word == "}" and depth and depth[-1] == 0):
            if word == "}":
                depth.pop()
            at = _template(text, at, strings, blank, depth)
        elif depth:
            depth[-1] += 1 if word.endswith("{") else -1
    return Lexed(_blanked(text, blank), tuple(strings), tuple(comments))


def _template(
    text: str,
    at: int,
    strings: list[Piece],
    blank: list[tuple[int, int]],
    depth: list[int],
) -> int:
    """Read a template's text up to its end or its next `${`; gives where code goes on."""
    match = _TEMPLATE.match(text, at)
    assert match is not None  # it matches nothing at least
    end = match.end()
    strings.append(Piece(match.group(), at - 1, end, "`"))
    blank.append((at, end))
    if text.startswith("${", end):
        depth.append(0)
        return end + 2
    return min(end + 1, len(text))


def _starts(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start]
    return not _VALUE_ENDS.search(before) or bool(_WORD_BEFORE_REGEX.search(before))


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    last = 0
    for start, end in spans:
        parts += [text[last:start], _NOT_NEWLINE.sub(" ", text[start:end])]
        last = end
    return "".join([*parts, text[last:]])
