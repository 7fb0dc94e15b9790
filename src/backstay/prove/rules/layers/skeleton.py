"""Part of the skeleton that is missing.

## Why
Whoever knows one of these projects finds their way in all of them. Only projects that are built
from a contract have promised it.

## Flagged
```yaml backstay.yaml
backstay: 1  # LAY011
service: tasks
```
```py src/main.py
app = None
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

_ROOT = (".env.example", "alembic.ini", "README.md", "CHANGELOG.md", "Dockerfile", "pyproject.toml")
_DEEPER = (
    *("docker-compose.yml", "main.py", "config/settings.yaml"),
    *("docs/API.md", "docs/ARCHITECTURE.md"),
)
_SOURCE = (
    *("__init__.py", "main.py", "core/config.py", "core/security.py", "core/exceptions.py"),
    *("api/middleware.py", "api/routes/__init__.py", "models/base.py", "schemas/__init__.py"),
    *("services/__init__.py", "repositories/__init__.py"),
)


@rule(
    "LAY011",
    rows=("R-002", "R-003", "R-170", "C-03"),
    severity=Severity.MEDIUM,
    minutes=10,
    hint="`backstay build` writes it again",
)
def skeleton(tree: Tree) -> Iterator[Hit]:
    """Files that every project built from a contract has."""
    if "backstay.yaml" not in tree.files:
        return
    package = "app" if "app/main.py" in tree.files else "src"
    wanted = [*_ROOT, *_DEEPER, *(f"{package}/{one}" for one in _SOURCE)]
    missing = [one for one in wanted if one not in tree.files]
    if missing:
        yield tree.hit("backstay.yaml", 1, f"missing: {', '.join(missing)}")
