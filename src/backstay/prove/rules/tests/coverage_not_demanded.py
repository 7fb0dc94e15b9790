"""Coverage that is measured and not demanded, or demanded too low.

## Why
A number that nobody has to reach only falls.

## Flagged
```toml pyproject.toml
[tool.pytest.ini_options]
addopts = "--cov=app"

[tool.coverage.report]
fail_under = 60  # TST004
```

```ini .coveragerc
[report]
fail_under = 40  # TST004
```

```toml pyproject.toml contract=1
[tool.coverage.report]
fail_under = 85  # TST004
```

## Instead
```toml pyproject.toml
[tool.coverage.report]
fail_under = 90
```
"""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.document import Document
from backstay.prove.rule import rule

_OTHERS = (".coveragerc", "setup.cfg", "tox.ini", "pytest.ini", "Makefile")
_FLOOR = re.compile(r"(?:fail_under\s*=\s*|--cov-fail-under[=\s])(\d+(?:\.\d+)?)")
LEAST = 80  # per cent, the floor of C-05
OURS = 90  # what projects built from a contract have promised


@rule(
    "TST004",
    rows=("R-162", "R-163", "C-05"),
    severity=Severity.LOW,
    minutes=120,
    hint="raise the floor to what is reached now, then to 90",
)
def coverage_not_demanded(document: Document) -> Iterator[Hit]:
    """A floor below 80; in projects built from a contract also one below 90, or none."""
    least = OURS if document.project.contract else LEAST
    if document.name in _OTHERS:
        for number, text in enumerate(document.lines, 1):
            if (match := _FLOOR.search(text)) and float(match[1]) < least:
                yield document.hit(number, f"{match[1]}% is demanded, less than {least}%")
    if document.path != "pyproject.toml":
        return
    try:
        report: Any = tomllib.loads(document.text)["tool"]["coverage"]["report"]
        floor = report.get("fail_under")
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError):
        floor = None
    if isinstance(floor, int | float) and floor < least:
        line = document.find("fail_under")
        yield document.hit(line, f"{floor:g}% is demanded, less than {least}%")
    elif floor is None and document.project.contract and "cov-fail-under" not in document.text:
        yield document.hit(1, f"no coverage is demanded; {least}% is due")
