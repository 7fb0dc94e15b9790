"""Skeleton: which files a project has by the layout of the standard (R-002 to R-004, R-015)."""

import re
from collections.abc import Iterator
from pathlib import Path

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.naming import snake

MOST_LINES = 150
ROOT = (
    *("main.py", "pyproject.toml", ".env.example", "Dockerfile", "docker-compose.yml"),
    *("alembic.ini", "README.md", "CHANGELOG.md", "docs/API.md", "docs/ARCHITECTURE.md"),
    *("config/settings.yaml", "config/logging.yaml", "config/alembic/env.py"),
    *("tests/unit/__init__.py", "tests/integration/__init__.py"),
)
PACKAGE = (
    *("__init__.py", "main.py", "core/config.py", "core/security.py", "core/exceptions.py"),
    *("api/middleware.py", "api/routes/__init__.py", "api/routes/auth.py", "models/base.py"),
    *("services/auth_service.py", "schemas/__init__.py", "repositories/__init__.py"),
)
_MODULE = re.compile(r"(__init__|[a-z][a-z0-9_]*)\.py")


def expected(blueprint: Blueprint) -> Iterator[str]:
    """The files that must be there, seen from the project's folder."""
    package = blueprint.layout
    yield from ROOT
    yield from (f"{package}/{name}" for name in PACKAGE)
    for resource in blueprint.resources:
        name = snake(resource.name)
        yield f"{package}/api/routes/{resource.plural}.py"
        yield f"{package}/models/{name}.py"
        yield f"{package}/schemas/{name}.py"
        yield f"{package}/services/{name}_service.py"
        yield f"{package}/repositories/{name}_repository.py"


def missing(root: Path, blueprint: Blueprint) -> list[str]:
    """The files that are not there; what is large may be a package instead of a module."""
    found = [name for name in expected(blueprint) if not _is_there(root / name)]
    api = root / blueprint.layout / "api"
    if not ((api / "dependencies.py").is_file() or (api / "dependencies").is_dir()):
        found.append(f"{blueprint.layout}/api/dependencies.py")
    return found


def _is_there(path: Path) -> bool:
    package = path.with_suffix("") / "__init__.py"
    return path.is_file() or (path.suffix == ".py" and package.is_file())


def sources(root: Path, blueprint: Blueprint) -> Iterator[Path]:
    """The project's own Python files, its tests included and its migrations not."""
    for folder in (blueprint.layout, "tests"):
        yield from sorted((root / folder).rglob("*.py"))


def misnamed(root: Path, blueprint: Blueprint) -> list[str]:
    """Python files that are not named in snake_case."""
    found = sources(root, blueprint)
    return [str(path.relative_to(root)) for path in found if not _MODULE.fullmatch(path.name)]


def longest(root: Path, blueprint: Blueprint) -> tuple[int, str]:
    """The longest Python file, in lines, and which one it is."""
    lengths = (
        (len(path.read_text(encoding="utf-8").splitlines()), str(path.relative_to(root)))
        for path in sources(root, blueprint)
    )
    return max(lengths, default=(0, ""))
