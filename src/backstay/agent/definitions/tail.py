"""The fields of a file that has no header: a fenced block at its very end, for all to see."""

from collections.abc import Mapping
from typing import Any

from backstay.agent.definitions.frontmatter import Parts
from backstay.agent.definitions.yaml_forms import dump_yaml

_OPEN = "\n```yaml agent-fields\n"
_CLOSE = "```\n"


def take_tail(text: str) -> Parts | None:
    """The body and the block's lines as a header; None when the text does not end in a block."""
    start = text.rfind(_OPEN)
    whole = text if text.endswith("\n") else f"{text}\n"
    if start < 0 or not whole.endswith(f"\n{_CLOSE}"):
        return None
    inside = whole[start + len(_OPEN) : -len(_CLOSE)]
    if "\n```" in f"\n{inside}":
        return None  # another block follows, so this one is part of the body
    line = text.count("\n", 0, start + len(_OPEN)) + 1
    return Parts(tuple(inside.removesuffix("\n").split("\n")), line, text[:start], 1)


def put_tail(body: str, fields: Mapping[str, Any]) -> str:
    """A body with its fields below it, as `take_tail` reads them."""
    return f"{body}{_OPEN}{dump_yaml(fields) if fields else ''}{_CLOSE}"
