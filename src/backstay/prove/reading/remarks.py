"""Remarks: whether the author says, at the place itself, why something is done on purpose."""

import ast
import re

from backstay.prove.reading.source import Source

_COMMENT = re.compile(r"(?:^|\s)#\s*(?P<said>.+)$")
_FOR_TOOLS = re.compile(r"noqa|type:|pragma|pylint|nosec|todo|fixme|xxx|hack\b", re.IGNORECASE)
_SHORTEST = 10  # characters; less names the case and gives no reason


def explained(source: Source, node: ast.stmt | ast.ExceptHandler) -> bool:
    """Whether a comment on the lines of a node, or in its body, says more than a word for a tool.

    Args:
        source: The file.
        node: A statement or a handler; of one with a body, its first statement ends the search.
    """
    body = getattr(node, "body", None)
    last = body[0].end_lineno if body else node.end_lineno
    return _gives_reason(source.lines[node.lineno - 1 : last])


def explained_above(source: Source, line: int) -> bool:
    """Whether the comment on the lines right above a line says more than a word for a tool."""
    first = line - 1
    while first > 0 and source.lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return _gives_reason(source.lines[first : line - 1])


def _gives_reason(lines: list[str]) -> bool:
    return any(
        len(said["said"]) >= _SHORTEST and not _FOR_TOOLS.search(said["said"])
        for said in map(_COMMENT.search, lines)
        if said is not None
    )
