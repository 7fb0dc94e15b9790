"""Flags of tsconfig missing.

## Why
`strict` and its three companions find at compile time what a null or a missing case does at run
time. They cost nothing in a new project, and weeks in an old one. Without a target and a module
system of this decade the compiler writes what Node has had built in for years.

## Flagged
```json tsconfig.json
{
  "compilerOptions": {  // NOD007
    "target": "ES2019",
    "module": "CommonJS"
  }
}
```

## Instead
```json tsconfig.json
{
  "compilerOptions": {
    "target": "ES2022",
    "module": "NodeNext",
    "strict": true,
    "noImplicitReturns": true,
    "noFallthroughCasesInSwitch": true,
    "noUncheckedIndexedAccess": true
  }
}
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.document import Document
from backstay.prove.reading.script import for_browsers
from backstay.prove.rule import rule

_FLAGS = (
    "strict",
    "noImplicitReturns",
    "noFallthroughCasesInSwitch",
    "noUncheckedIndexedAccess",
)
_TARGET = re.compile(r'"target"\s*:\s*"(es20(2[2-9]|[3-9]\d)|esnext)"', re.IGNORECASE)
_MODULE = re.compile(r'"module"\s*:\s*"(nodenext|node16|node18|node20)"', re.IGNORECASE)
_SERVERS = frozenset("express nestjs fastify koa hapi hono".split())
_COMMENT = re.compile(r"^\s*//[^\n]*$", re.MULTILINE)


@rule(
    "NOD007",
    rows=("R-046", "C-53"),
    severity=Severity.LOW,
    minutes=60,
    hint="switch them on; `tsc --noEmit` shows what each finds",
)
def tsconfig_flags(document: Document) -> Iterator[Hit]:
    """The flags of R-046 that the compiler's settings lack; settings that extend others may."""
    if document.name != "tsconfig.json" or for_browsers(document.path):
        return
    text = _COMMENT.sub("", document.text)
    if '"extends"' in text or '"compilerOptions"' not in text or '"jsx"' in text:
        return
    missing = [flag for flag in _FLAGS if not re.search(rf'"{flag}"\s*:\s*true', text)]
    if not _TARGET.search(text):
        missing.append("target ES2022")
    if not _MODULE.search(text):
        missing.append("module NodeNext")
    if missing:
        line = document.find('"compilerOptions"')
        serves = document.project.frameworks & _SERVERS
        taste = None if serves else document.project.taste  # it compiles no service
        yield document.hit(line, f"not switched on: {', '.join(missing)}", severity=taste)
