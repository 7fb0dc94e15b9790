"""Lint and tests that no workflow runs.

## Why
What only runs on somebody's desk stops running the day they are in a hurry. Projects that are built
from a contract carry a workflow that runs both; one that was cut down says nothing.

## Flagged
```yaml backstay.yaml
backstay: 1  # TST008
```
```yaml .github/workflows/ci.yml
jobs:
  test:
    steps:
      - run: make lint
```

## Instead
```yaml backstay.yaml
backstay: 1
```
```yaml .github/workflows/ci.yml
jobs:
  test:
    steps:
      - run: make lint
      - run: make test
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule

_WORKFLOWS = re.compile(
    r"(?:\.github/workflows/.*|\.gitlab-ci|bitbucket-pipelines|azure-pipelines|\.circleci/config)"
    r"\.ya?ml$"
)
_RUNS = {
    "lint": re.compile(r"make lint|ruff check|pre-commit run"),
    "tests": re.compile(r"make test|pytest|tox|nox"),
}


@rule(
    "TST008",
    rows=("R-175", "R-071"),
    severity=Severity.MEDIUM,
    minutes=15,
    hint="`backstay build` writes the workflow again; other CI systems run `make lint test`",
)
def not_in_ci(tree: Tree) -> Iterator[Hit]:
    """Projects built from a contract whose workflows lack lint or tests."""
    if "backstay.yaml" not in tree.files:
        return
    texts = [text for path, text in tree.documents.items() if _WORKFLOWS.match(path)]
    missing = [name for name, words in _RUNS.items() if not any(map(words.search, texts))]
    if missing:
        yield tree.hit("backstay.yaml", 1, f"no workflow runs {' or '.join(missing)}")
