"""Values as YAML text: plain where that is safe, else in double quotes."""

import json
import re
from collections.abc import Iterable

PLAIN = re.compile(r"-?[A-Za-z0-9(.][^:#\"\\]*")
FLOW = re.compile(r"[,\[\]{}]")
# What YAML 1.2 reads as something other than text.
AMBIGUOUS = re.compile(
    r"true|false|null|[+-]?([0-9][0-9_]*)(\.[0-9]*)?([eE][+-]?[0-9]+)?|0[ox].*", re.IGNORECASE
)


def scalar(text: str, *, flow: bool) -> str:
    """A word or a form; inside `{...}` and `[...]` commas and brackets ask for quotes."""
    plain = PLAIN.fullmatch(text) and text == text.strip() and text.isprintable()
    if plain and not (flow and FLOW.search(text)):
        return text
    return json.dumps(text, ensure_ascii=False)


def content(text: str) -> str:
    """A text that must stay one, whatever it looks like."""
    if AMBIGUOUS.fullmatch(text):
        return json.dumps(text, ensure_ascii=False)
    return scalar(text, flow=True)


def mapping(pairs: Iterable[tuple[str, str]]) -> str:
    """A mapping on one line; values are YAML already."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"


def sequence(items: Iterable[str]) -> str:
    """A list on one line; items are YAML already."""
    return "[" + ", ".join(items) + "]"
