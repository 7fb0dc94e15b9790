"""JSON as text, comments allowed: a value is added, and every other byte stays where it is."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

_TOKEN = re.compile(
    r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/|[{}\[\]:,]|[^\s{}\[\]:,"/]+|\s+|.', re.DOTALL
)


class JsonTextError(ValueError):
    """A file that is no JSON, or holds something else where an object or a list is needed."""


@dataclass(slots=True)
class _Node:
    """An object or a list: where its inside begins and its last value ends."""

    kind: str
    begins: int
    last: int = 0
    ends: int = 0
    items: dict[str, "_Node"] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return self.last == 0


@dataclass(frozen=True, slots=True)
class Insertion:
    """A text that goes in at a place; taking the same text out again undoes it."""

    place: int
    text: str


def insertion(text: str, way: Sequence[str], key: str, value: Any) -> Insertion | None:
    """How to add a value; None when it is there already.

    Args:
        text: The file.
        way: Keys down to the object or the list; those that are missing are added.
        key: The key in the object; empty for one more item of a list.
        value: What to add.

    Raises: JsonTextError.
    """
    node, depth = _root(text), 0
    for depth, part in enumerate(way):
        inner = node.items.get(part)
        if inner is None:
            missing = list(way[depth:])
            return _added(text, node, depth, missing[0], _nested([*missing[1:]], key, value))
        node = inner
    if key and key in node.items:
        return None
    if not key and json.dumps(value, sort_keys=True) in _values(text[node.begins : node.ends]):
        return None
    return _added(text, node, len(way), key, value)


def _nested(way: list[str], key: str, value: Any) -> Any:
    inner: Any = {key: value} if key else [value]
    for part in reversed(way):
        inner = {part: inner}
    return inner


def _added(text: str, node: _Node, depth: int, key: str, value: Any) -> Insertion:
    if (node.kind == "{") != bool(key):
        raise JsonTextError(f"`{key or 'a list'}` is not where it should be")
    margin = "  " * (depth + 1)
    ending = "\r\n" if "\r\n" in text else "\n"
    written = json.dumps(value, indent=2, ensure_ascii=False).replace("\n", f"\n{margin}")
    named = f"{json.dumps(key)}: {written}" if key else written
    line = f"\n{margin}{named}".replace("\n", ending)
    if node.is_empty:
        close = f"{ending}{'  ' * depth}" if "\n" not in text[node.begins : node.ends] else ""
        return Insertion(node.begins, f"{line}{close}")
    return Insertion(node.last, f",{line}")


def _values(inside: str) -> set[str]:
    """The items of a list, each in one spelling; none when they cannot be read."""
    try:
        found = json.loads(f"[{_bare(inside)}]")
    except ValueError:
        return set()
    return {json.dumps(one, sort_keys=True) for one in found}


def _bare(text: str) -> str:
    return "".join(one for one in _TOKEN.findall(text) if not one.startswith(("//", "/*")))


def _root(text: str) -> _Node:
    """The containers of a text. JsonTextError when it is no object."""
    _be_object(text)
    stack: list[tuple[_Node, str]] = []
    root: _Node | None = None
    key = ""
    for start, word in _tokens(text):
        if word in "{[":
            node = _Node(word, start + 1)
            if stack:
                stack[-1][0].items[key] = node
            root = root or node
            stack.append((node, key))
            key = ""
        elif word in "}]":
            node, _ = stack.pop()
            node.ends = start
            if stack:
                stack[-1][0].last = start + 1
        elif word.startswith('"') and _is_key(text, start + len(word)):
            key = json.loads(word)
            stack[-1][0].items.setdefault(key, _Node("", start))
        elif word not in ":,":
            stack[-1][0].last = start + len(word)
    assert root is not None, "an object has a beginning"
    return root


def _be_object(text: str) -> None:
    """JsonTextError for a text that is no JSON object."""
    bare = _bare(text)
    if not bare.strip():
        raise JsonTextError("the file is empty; delete it, or begin it with {}")
    try:
        value = json.loads(bare)
    except ValueError as error:
        raise JsonTextError(f"the file is no JSON: {error}") from error
    if not isinstance(value, dict):
        raise JsonTextError("the file holds no JSON object")


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    for found in _TOKEN.finditer(text):
        word = found.group()
        if not word.isspace() and not word.startswith(("//", "/*")):
            yield found.start(), word


def _is_key(text: str, end: int) -> bool:
    return bool(re.match(r"\s*:", text[end:]))
