"""Shape: what a function does apart from its local names, to find one that is there already."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from backstay.prove.reading.index import Function
from backstay.prove.reading.source import Source

MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Shape:
    """A function: where it is, a digest of its body, its size in nodes, the names it speaks of."""

    name: str
    line: int
    digest: str
    size: int
    words: tuple[str, ...]


def shapes_of(source: Source, smallest: int) -> Iterator[Shape]:
    """The shapes of functions and methods with at least so many nodes."""
    own = {
        target.id: source.path
        for one in source.tree.body
        if isinstance(one, ast.Assign | ast.AnnAssign)
        for target in (one.targets if isinstance(one, ast.Assign) else [one.target])
        if isinstance(target, ast.Name)
    }
    for one in source.functions:
        if source.function(one) is None:
            shape = shape_of(one, own)
            if shape.size >= smallest:
                klass = source.klass(one)
                name = f"{klass.name}.{one.name}" if klass else one.name
                yield Shape(name, shape.line, shape.digest, shape.size, shape.words)


def shape_of(function: Function, own: Mapping[str, str] | None = None) -> Shape:
    """The shape of one function; two that differ only in local names have one digest.

    Args:
        function: Whose.
        own: Variables of its module and where that is: the same name elsewhere is another thing.
    """
    local = {one.arg for one in ast.walk(function.args) if isinstance(one, ast.arg)}
    nodes = [node for line in _body(function) for node in ast.walk(line)]
    local |= {
        one.id for one in nodes if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
    }
    numbers: dict[str, str] = {}
    parts: list[str] = []
    words: set[str] = set()
    for node in nodes:
        said = type(node).__name__
        if isinstance(node, ast.Name):
            if node.id in local:
                said += numbers.setdefault(node.id, str(len(numbers)))
            else:
                said += f"={node.id}{(own or {}).get(node.id, '')}"
                words.add(node.id)
        elif isinstance(node, ast.Attribute):
            said += f".{node.attr}"
            words.add(node.attr)
        elif isinstance(node, ast.Constant):
            said += repr(node.value)[:80]
        elif isinstance(node, ast.keyword):
            said += str(node.arg)
        parts.append(said)
    digest = blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=12).hexdigest()
    return Shape(
        function.name, function.lineno, digest, len(nodes), tuple(sorted(words)[:MOST_WORDS])
    )


def _body(function: Function) -> list[ast.stmt]:
    """The statements without the docstring."""
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return function.body[1:] if documented else function.body


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How much two functions speak of the same things, from 0 to 1."""
    mine, theirs = set(one), set(other)
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0
