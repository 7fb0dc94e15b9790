"""A list of tasks: one a line, Markdown lists and boxes included; what is ticked is done."""

import re
from pathlib import Path

_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])?\s*(?:\[(?P<box>[ xX])\]\s*)?(?P<text>.*?)\s*$")
MOST = 200


def listed(path: Path) -> list[str]:
    """The open tasks of a file, in order; ValueError when it holds more than can be meant."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        item = _ITEM.match(line)
        if item and item["text"] and not line.startswith("#") and item["box"] in (None, " "):
            found.append(item["text"])
    if len(found) > MOST:
        raise ValueError(f"{path} holds {len(found)} tasks; at most {MOST} are taken at once")
    return found
