"""The running text of a Markdown body; what stands in code fences is an example."""

import re
from collections.abc import Iterator

LONGEST_LINE = 2_000  # letters that are looked at; patterns stay cheap on hostile lines
_FENCE = re.compile(r"^\s{0,3}(```+|~~~+)")


def prose_lines(body: str) -> Iterator[tuple[int, str]]:
    """The lines outside of code fences, counted from 1."""
    fence = ""
    for number, line in enumerate(body.split("\n"), 1):
        if match := _FENCE.match(line):
            mark = match.group(1)
            if not fence:
                fence = mark
            elif mark.startswith(fence):
                fence = ""
        elif not fence:
            yield number, line[:LONGEST_LINE]
