"""Lint settings weaker than the standard.

## Why
A rule that is off is not broken by anybody, and nobody learns it. Only projects built from a
contract have promised these.

## Flagged
```toml pyproject.toml contract=1
[tool.ruff]  # CFG007
line-length = 120

[tool.ruff.lint]
select = ["E", "F"]

[tool.mypy]  # CFG007
strict = true
warn_return_any = false
```

## Instead
```toml pyproject.toml contract=1
[tool.ruff]
line-length = 100
target-version = "py312"

[tool.ruff.lint]
select = ["E", "W", "F", "I", "B", "C4", "UP", "ARG", "SIM"]

[tool.mypy]
strict = true
python_version = "3.12"
warn_return_any = true
```
"""

import tomllib
from collections.abc import Iterator
from typing import Any

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.document import Document
from backstay.prove.rule import rule

_SETS = ("E", "W", "F", "I", "B", "C4", "UP", "ARG", "SIM")


@rule(
    "CFG007",
    rows=("R-047", "R-048", "C-25", "C-27"),
    severity=Severity.LOW,
    minutes=15,
    hint="`backstay build` writes the standard's settings again",
)
def lint_settings(document: Document) -> Iterator[Hit]:
    """The pyproject.toml of a project built from a contract, against R-047 and R-048."""
    if document.path != "pyproject.toml" or not document.project.contract:
        return
    try:
        tools = tomllib.loads(document.text).get("tool", {})
    except tomllib.TOMLDecodeError:
        return
    for tool, missing in (("ruff", _ruff(tools)), ("mypy", _mypy(tools))):
        if missing:
            line = document.find(f"[tool.{tool}")
            yield document.hit(line, f"{tool}: {', '.join(missing)}")


def _ruff(tools: dict[str, Any]) -> list[str]:
    ruff = tools.get("ruff", {})
    chosen = ruff.get("lint", {}).get("select", [])
    missing = [] if "ALL" in chosen else [one for one in _SETS if one not in chosen]
    wrong = [f"select {' '.join(missing)}"] if missing else []
    if ruff.get("line-length") != 100:  # noqa: PLR2004 R-047
        wrong.append("line-length is not 100")
    if ruff.get("target-version") != "py312":
        wrong.append("target-version is not py312")
    return wrong


def _mypy(tools: dict[str, Any]) -> list[str]:
    mypy = tools.get("mypy", {})
    wrong = [] if mypy.get("strict") else ["not strict"]
    if mypy.get("warn_return_any", mypy.get("strict")) is not True:
        wrong.append("warn_return_any is off")
    if str(mypy.get("python_version", "3.12")) != "3.12":
        wrong.append("python_version is not 3.12")
    return wrong
