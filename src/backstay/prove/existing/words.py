"""Words: what a name is made of, and how alike two names are."""

import re

_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SAME = (
    frozenset({"get", "fetch", "find", "load", "read", "retrieve", "lookup"}),
    frozenset({"make", "create", "build", "new", "generate"}),
    frozenset({"remove", "delete", "drop", "destroy"}),
    frozenset({"change", "update", "edit", "modify", "set"}),
    frozenset({"send", "deliver", "post", "dispatch", "notify"}),
    frozenset({"check", "validate", "verify", "ensure", "is"}),
    frozenset({"format", "render", "show", "print", "display"}),
    frozenset({"mail", "email", "message"}),
    frozenset({"to", "as", "into"}),
)
_ALIKE = {word: min(group) for group in _SAME for word in group}


def words_of(name: str) -> frozenset[str]:
    """`formatPrices` as {format, price}: small letters, singular, one word for each meaning."""
    found = (part.lower() for part in _PART.findall(name))
    return frozenset(_ALIKE.get(one, one) for one in map(_singular, found))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] != "s" else word  # noqa: PLR2004 `as`, `is`


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words that two names have in common, from 0 to 1."""
    return len(one & other) / len(one | other) if one | other else 0.0
