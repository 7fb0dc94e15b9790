"""Examples: the fenced blocks of a page, with the lines that a rule must flag in them.

A fence says its language and where its code stands: a layer (```` ```py services ````) or a path
(```` ```py app/services/task.py ````). A line that must be flagged ends with the rule's id as a
comment. Fences with paths that follow one another are files of one project. A limit of the project
may follow: ```` ```py services file-lines=10 ````; `contract=1` makes it one that is built from a
contract.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_FENCE = re.compile(
    r"^```(?P<lang>[\w-]+)(?: (?P<where>[^\s=]+))?(?P<limits>(?: [\w-]+=\d+)*)\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_MARK = re.compile(
    r"\s*(?:#|//|--|/\*|<!--)\s*(?P<ids>[A-Z]{3}\d{3}(?:, [A-Z]{3}\d{3})*)\s*\S{0,3}$"
)
_ENDINGS = {"py": ".py", "ts": ".ts", "js": ".js", "tsx": ".tsx", "sql": ".sql"}
_PLACES = {
    "tests": "tests/test_example",
    "migrations": "migrations/versions/0001_example",
    "tools": "scripts/example",
    "entry": "app/main",
}


@dataclass(slots=True)
class Example:
    """A small project: texts by path, and the places that must be flagged, none when it is clean.

    `line` is where the first fence stands on the page.
    """

    line: int
    files: dict[str, str] = field(default_factory=dict)
    want: set[tuple[str, int]] = field(default_factory=set)
    limits: tuple[tuple[str, int], ...] = ()


def examples(page: str, rule: str) -> list[Example]:
    """All examples of a page, with the places where `rule` must speak."""
    found: list[Example] = []
    joined = False  # whether the last fence had a path, so that the next may belong to it
    end = 0
    for match in _FENCE.finditer(page):
        where = match["where"] or ""
        named = "." in where or "/" in where or where[:1].isupper()  # Dockerfile
        path = where if named else _path(where, match["lang"])
        own = named and "\n##" not in page[end : match.start()]
        if not (own and joined and path not in found[-1].files):
            found.append(Example(page.count("\n", 0, match.start()) + 1))
        joined, end = named, match.end()
        found[-1].limits += tuple(_limits(match["limits"]))
        _add(found[-1], path, match["code"], rule)
    return found


def _path(layer: str, language: str) -> str:
    stem = _PLACES.get(layer, f"app/{layer}/example" if layer else "app/example")
    return stem + _ENDINGS.get(language, f".{language}")


def _limits(written: str) -> Iterator[tuple[str, int]]:
    for one in written.split():
        name, _, number = one.partition("=")
        yield name, int(number)


def _add(example: Example, path: str, code: str, rule: str) -> None:
    lines: list[str] = []
    for number, line in enumerate(code.rstrip("\n").split("\n"), 1):
        mark = _MARK.search(line)
        if mark is not None and rule in mark["ids"].split(", "):
            example.want.add((path, number))
        lines.append(line[: mark.start()] if mark else line)
    example.files[path] = "\n".join(lines) + "\n"


def flagged(found: list[Example]) -> Iterator[Example]:
    """The examples with something to flag."""
    return (one for one in found if one.want)
