"""Document that is missing or empty.

## Why
Each of them answers one question of somebody who is new: what is it, how does it run, what has
changed, what does the API say. Only projects built from a contract have promised them all.

## Flagged
```yaml backstay.yaml
backstay: 1  # DOC002
service: tasks
```
```md README.md
# Tasks
```

## Instead
```py app/main.py
app = None
```
"""

from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule

_WANTED = (
    *("README.md", "CHANGELOG.md", "docs/API.md", "docs/ARCHITECTURE.md", "docs/openapi.json"),
    *("docs/api-documentation.md", "docs/database-schema.md", "docs/security-implementation.md"),
)


@rule(
    "DOC002",
    rows=("R-176", "R-177", "R-178", "R-179", "R-180", "R-181", "R-182", "R-185"),
    severity=Severity.LOW,
    minutes=20,
    hint="`backstay build` renders it again",
)
def document_missing(tree: Tree) -> Iterator[Hit]:
    """The documents that every project built from a contract carries."""
    if "backstay.yaml" not in tree.files:
        return
    missing = [one for one in _WANTED if one not in tree.files]
    if missing:
        yield tree.hit("backstay.yaml", 1, f"missing documents: {', '.join(missing)}")
