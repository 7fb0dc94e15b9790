"""Prose that nobody renders.

## Why
A summary that an agent leaves behind is true on the day it is written. In projects that are built
from a contract the documents are rendered, from contract, code and evidence; a specialist returns
data, and writes no prose (R-187).

## Flagged
```yaml backstay.yaml
backstay: 1
```
```md IMPLEMENTATION_SUMMARY.md
All tasks are done.  # DOC003
```
```md src/services/NOTES.md
How this works.  # DOC003
```

## Instead
```yaml backstay.yaml
backstay: 1
```
```md docs/API.md
# API
```
```md README.md
# Tasks
```
```md .claude/agents/backend.md
Works on the backend.
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule

_PROSE = (".md", ".mdx", ".rst", ".adoc")
_OWNED = re.compile(
    r"(?:docs|proof|vendor|\.[\w-]+)/|[^/]*(?:README|CHANGELOG|LICEN[CS]E|CONTRIBUTING|SECURITY"
    r"|CODE_OF_CONDUCT|NOTICE|AUTHORS|AGENTS|CLAUDE|GEMINI)[^/]*$",
    re.IGNORECASE,
)


@rule(
    "DOC003",
    rows=("R-187", "C-01"),
    severity=Severity.LOW,
    minutes=5,
    hint="remove it; what is worth keeping belongs into a docstring, a decision, or the contract",
)
def stray_prose(tree: Tree) -> Iterator[Hit]:
    """Files of prose outside of docs/, which no renderer and no convention of Git knows."""
    if not tree.project.contract:
        return
    for path in tree.files:
        if path.endswith(_PROSE) and not _OWNED.match(path):
            yield tree.hit(path, 1, "prose that nobody renders")
