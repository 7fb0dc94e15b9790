"""File too long.

## Why
A file that one sitting can read has one reason to change. The longest files are always those that
"do the run", and nobody dares to touch them.

## Flagged
```py services file-lines=10
A = 1
B = 2
C = 3
D = 4
E = 5
F = 6
G = 7
H = 8
J = 9
K = 10
L = 11  # FIT001
```

## Instead
```py services file-lines=10
A = 1
```
"""

from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

LIMIT = 150
NOBODY_S_TASTE = 1000  # lines that no team defends; between, a team decides for itself


@rule(
    "FIT001",
    rows=("R-015", "C-26"),
    severity=Severity.LOW,
    minutes=30,
    hint="move one responsibility into a module of its own",
)
def file_too_long(source: Source) -> Iterator[Hit]:
    """Files beyond the limit, which only contracts and settings promise; migrations inform."""
    limit = source.project.limit("file-lines", LIMIT)
    lines = len(source.lines) - (source.lines[-1] == "")
    if lines > limit:
        promised = source.project.limit("file-lines", 0) or source.project.contract
        if not promised and lines > NOBODY_S_TASTE:
            promised, limit = True, NOBODY_S_TASTE
        severity = None if promised else source.project.taste
        outside = source.layer == "migrations" or (
            source.layer == "tests" and not source.project.contract
        )
        severity = Severity.INFO if outside else severity
        message = f"{lines} lines, {lines - limit} more than {limit}"
        yield source.hit(limit + 1, message, severity=severity)
