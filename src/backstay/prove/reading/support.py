"""Support: which files serve nobody's request: tests, migrations, tools, scripts run by hand."""

import ast
import re

from backstay.detect.usage.support import part_of
from backstay.prove.reading.folders import stands_in_layer, stem_of

_MIGRATIONS = frozenset({"migrations", "alembic", "versions"})
_WORKBENCH = frozenset({"dev", "hack", "ci", "devtools", "tooling", "cli", "bin", "sdk", "docker"})
_BY_HAND = re.compile(r"cli$|initial_data$|pre_?start$|(?:.*_)?seed(?:s|er|ing)?(?:_|$)")
_RELEASE = re.compile(r"v?\d+\.\d+(?:\.\d+)+$")  # a copy of what was released elsewhere
_TESTING = frozenset({"pytest", "unittest", "django.test", "rest_framework.test"})
_TESTS = re.compile(r"(?:^|_)(?:tests?|e2e)$|\.(?:test|spec)$")
_TEST_FOLDER = re.compile(r"tests?[._-]|_*(?:mocks?|fixtures|stories)_*$")
_ARGUMENTS = frozenset({"argparse", "click", "fire"})


def support_of(path: str, tree: ast.Module | None = None) -> str:
    """`tests`, `migrations` or `tools`; empty for what belongs to the service.

    Args:
        path: Relative to the project.
        tree: Its source, where it is Python: what it imports and how it starts say more.
    """
    parts = path.lower().split("/")
    if _MIGRATIONS.intersection(parts[:-1]) or stem_of(parts[-1]) == "migrations":
        return "migrations"
    if _by_hand(parts):
        return "tools"
    part = part_of(path)
    if part != "service":
        return "tests" if part == "tests" else "tools"
    if _named_test(parts) or (tree is not None and _imported(tree) & _TESTING):
        return "tests"
    return "tools" if tree is not None and _is_script(path, tree) else ""


def _by_hand(parts: list[str]) -> bool:
    """Whether people or machines of development run it, and no request; or it is kept as it was."""
    folders = parts[:-1]
    return (
        bool(_WORKBENCH.intersection(folders))
        or any(one.startswith(".") or _RELEASE.match(one) for one in folders)
        or folders[-2:] == ["management", "commands"]
        or bool(_BY_HAND.match(stem_of(parts[-1])))
    )


def _named_test(parts: list[str]) -> bool:
    """Whether a file or a folder is named for tests in a way that detection does not know."""
    return bool(_TESTS.search(stem_of(parts[-1]))) or any(map(_TEST_FOLDER.match, parts[:-1]))


def _imported(tree: ast.Module) -> set[str]:
    """What a module imports at its level; the service never imports a test framework there."""
    names = {one.name for node in tree.body if isinstance(node, ast.Import) for one in node.names}
    return names | {node.module or "" for node in tree.body if isinstance(node, ast.ImportFrom)}


def _is_script(path: str, tree: ast.Module) -> bool:
    """Whether a file is started by itself: outside all layers, or with arguments of its own."""
    started = any(
        isinstance(node, ast.If) and "__main__" in ast.dump(node.test) for node in tree.body[-2:]
    )
    return started and (not stands_in_layer(path) or bool(_imported(tree) & _ARGUMENTS))
