"""Reads the Python files of a project for imports and for the apps that they construct."""

import re
from collections.abc import Iterable

from backstay.detect.catalogue.python import LIBRARIES
from backstay.detect.model import Notice
from backstay.detect.parsing import ParseError
from backstay.detect.tree import Tree
from backstay.detect.usage.apps import WORKER_CLASS, find_apps
from backstay.detect.usage.model import Imports, Usage
from backstay.detect.usage.python_module import Module, read_module
from backstay.detect.usage.support import part_of

_KNOWN = sorted({module for library in LIBRARIES for module in library.modules})
_WORTH_PARSING = re.compile(rf"\b(?:{'|'.join(map(re.escape, _KNOWN))}|{WORKER_CLASS})\b")
_ENTRY_POINTS = ("main", "app", "asgi", "wsgi", "server", "api", "application", "__init__")


def read_python(tree: Tree, paths: Iterable[str], root: str) -> Usage:
    """Imports and apps of the `.py` files among the paths; entry points first.

    Args:
        tree: The texts.
        paths: Files of one project, relative to the tree.
        root: The project's folder, `` for the tree's own.
    """
    imports = Imports("python")
    service: list[Module] = []
    notices: list[Notice] = []
    for path in sorted((one for one in paths if one.endswith(".py")), key=_likely):
        part = part_of(path[len(root) + 1 :] if root else path)
        if part == "other":
            continue
        try:
            module = _read(tree, path)
        except ParseError as error:
            notices.append(Notice("warning", f"{error}; its imports are unknown", path, error.line))
            continue
        for one in module.imports:
            imports.add(part, one.name.partition(".")[0], path, one.line)
        if part == "service":
            service.append(module)
    return Usage(imports.seen, find_apps(service), tuple(notices))


def _read(tree: Tree, path: str) -> Module:
    """The outline of a file; an empty one when no library that is known here occurs in it."""
    content = tree.read(path)
    if content is None or not _WORTH_PARSING.search(content):
        return Module(path, (), (), (), ())
    return read_module(content, path)


def _likely(path: str) -> tuple[int, int, str]:
    """Entry points before the rest, shallow before deep, then by name."""
    stem = path.rpartition("/")[2].removesuffix(".py")
    rank = _ENTRY_POINTS.index(stem) if stem in _ENTRY_POINTS else len(_ENTRY_POINTS)
    return rank, path.count("/"), path
