"""Words for generated text: docstrings and literals that keep to 100 columns."""

import re
from textwrap import wrap

WIDTH = 100


def article(words: str) -> str:
    """The words with `a` or `an` in front, by how they sound: a user, an hour."""
    vowel = re.match(r"[aeiou]|hour|honest|heir", words)
    consonant = re.match(r"u[^aeiou][aeiou]|eu|one\b", words)
    return f"an {words}" if vowel and not consonant else f"a {words}"


def sentence(words: str) -> str:
    """The words with a capital in front and a full stop behind."""
    text = words[0].upper() + words[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def docstring(text: str, indent: int) -> str:
    """A docstring, in several lines where one is too short; its first line is a sentence."""
    pad = " " * indent
    room = WIDTH - indent
    text = text.replace("\\", "\\\\").replace('"""', "'''")
    if len(text) + 6 <= room:
        return f'{pad}"""{text}"""'
    lines = wrap(text, room - 3, break_long_words=False)
    if len(lines) == 1:  # it fits, but for the closing quotes
        lines = wrap(text, room - 6, break_long_words=False)
    first, *rest = lines
    lines = [f'{pad}"""{first}', *(f"{pad}{line}" for line in rest), f'{pad}"""']
    return "\n".join(lines)


def section(name: str, items: list[str], indent: int) -> str:
    """One section of a docstring, such as `Raises: A, B.`, wrapped with a hanging indent."""
    pad = " " * indent
    text = f"{name}: {', '.join(items)}."
    lines = wrap(text, WIDTH - indent, subsequent_indent="    ", break_long_words=False)
    return "\n".join(f"{pad}{line}" for line in lines)


def literal(text: str, room: int = 70) -> str:
    """A Python string; a long one as several, which Python joins."""
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    if len(text) <= room:
        return f'"{text}"'
    pieces = wrap(text, room, drop_whitespace=False, break_long_words=False)
    return "(" + "\n".join(f'"{piece}"' for piece in pieces) + ")"
