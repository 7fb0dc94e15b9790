"""Words for generated text: sentences, docstrings, literals."""

import re
from textwrap import wrap

ROOM = 70
"""Characters of a string in one line, which may stand deep in a call."""
_ESCAPED = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t"}
_NEXT = "\n"


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
    """A docstring; where it is too long for a line, `build/folding.py` folds it."""
    text = re.sub(r"\s", " ", text).replace("\\", "\\\\").replace('"""', "'''")
    text = re.sub(r'"$', r"\"", text)
    return f'{" " * indent}"""{text}"""'


def section(name: str, items: list[str], indent: int) -> str:
    """One section of a docstring, such as `Raises: A, B.`; it is folded as docstrings are."""
    return f"{' ' * indent}{name}: {', '.join(items)}."


def literal(text: str) -> str:
    """A Python string; a long one as several, which Python joins."""
    pieces = _pieces(text)
    return f"({_NEXT.join(pieces)})" if len(pieces) > 1 else pieces[0]


def call_with(function: str, text: str) -> str:
    """A call whose only argument is a text: its own parentheses hold the pieces together."""
    return f"{function}({_NEXT.join(_pieces(text))})"


def _pieces(text: str) -> list[str]:
    """A text as Python strings in a row, of about 70 characters each."""
    for char, escaped in _ESCAPED.items():
        text = text.replace(char, escaped)
    pieces = wrap(text, ROOM, drop_whitespace=False, break_long_words=False)
    return [f'"{piece}"' for piece in pieces] or ['""']
