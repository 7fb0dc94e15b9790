"""Part of the skeleton that is missing.

## Why
Whoever knows one of these projects finds their way in all of them. Only projects that are built
from a contract have promised it; a package without its `__init__.py`, and a module beside
`main.py`, are as much out of place as a file that is missing.

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
    *("docker-compose.yml", "main.py", "config/settings.yaml", "config/logging.yaml"),
    *("config/alembic/env.py", "docs/API.md", "docs/ARCHITECTURE.md", "tests/conftest.py"),
    *("tests/unit/__init__.py", "tests/integration/__init__.py"),
)
_SOURCE = (
    *("__init__.py", "main.py", "core/config.py", "core/security.py", "core/exceptions.py"),
    *("api/middleware.py", "api/routes/__init__.py", "models/base.py", "schemas/__init__.py"),
    *("services/__init__.py", "repositories/__init__.py"),
)
_AT_ROOT = ("main.py", "conftest.py", "setup.py", "noxfile.py")


@rule(
    "LAY011",
    rows=("R-002", "R-003", "R-043", "R-044", "R-170", "C-03"),
    severity=Severity.MEDIUM,
    minutes=10,
    hint="`backstay build` writes it again",
)
def skeleton(tree: Tree) -> Iterator[Hit]:
    """Files that every project built from a contract has, and modules where none belongs."""
    if "backstay.yaml" not in tree.files:
        return
    package = "app" if "app/main.py" in tree.files else "src"
    wanted = [*_ROOT, *_DEEPER, *(f"{package}/{one}" for one in _SOURCE)]
    wanted += [f"{one}/__init__.py" for one in _packages(tree, package)]
    missing = [one for one in dict.fromkeys(wanted) if one not in tree.files]
    if missing:
        yield tree.hit("backstay.yaml", 1, f"missing: {', '.join(missing)}")
    for path in tree.files:
        if path.endswith(".py") and "/" not in path and path not in _AT_ROOT:
            yield tree.hit(path, 1, f"a module beside main.py; its place is in {package}")


def _packages(tree: Tree, package: str) -> list[str]:
    """The folders below the package and the tests that hold modules."""
    holding = {path.rpartition("/")[0] for path in tree.files if path.endswith(".py")}
    return sorted(one for one in holding if one.split("/")[0] in (package, "tests"))
