"""Reads the JavaScript and TypeScript files of a project for what they import and construct."""

import re
from collections.abc import Iterable

from backstay.detect.comments import without_comments
from backstay.detect.locate import numbered
from backstay.detect.model import Evidence
from backstay.detect.tree import Tree
from backstay.detect.usage.model import App, Imports, Usage
from backstay.detect.usage.support import part_of

ENDINGS = (".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".jsx", ".tsx")
_IMPORT = re.compile(
    r"""(?:\bfrom\s*|\brequire\s*\(\s*|^\s*import\s+)["']((?:@[\w.-]+/)?[\w.-]+)(?:/[^"']*)?["']"""
)
_CONSTRUCTED = (
    (re.compile(r"\b(\w+)\s*=\s*express\s*\("), "Express"),
    (re.compile(r"\b(\w+)\s*=\s*[Ff]astify\s*\("), "Fastify"),
    (re.compile(r"\b(\w+)\s*=\s*(?:await\s+)?NestFactory\.create\b"), "NestJS"),
    (re.compile(r"\b(\w+)\s*=\s*new\s+Koa\s*\("), "Koa"),
    (re.compile(r"\b(\w+)\s*=\s*new\s+Hono\b"), "Hono"),
)


def read_node(tree: Tree, paths: Iterable[str], root: str) -> Usage:
    """Imports by package, and apps, of the script files among the paths.

    Args:
        tree: The texts.
        paths: Files of one project, relative to the tree.
        root: The project's folder, `` for the tree's own.
    """
    imports = Imports("node")
    apps: list[App] = []
    for path in paths:
        if not path.endswith(ENDINGS) or (content := tree.read(path)) is None:
            continue
        part = part_of(path[len(root) + 1 :] if root else path)
        for number, line in numbered(without_comments(content)):
            for package in _IMPORT.findall(line):
                imports.add(part, package, path, number)
            if part == "service":
                apps += _constructed(line, path, number)
    return Usage(imports.seen, tuple(apps))


def _constructed(line: str, path: str, number: int) -> Iterable[App]:
    for pattern, library in _CONSTRUCTED:
        if match := pattern.search(line):
            yield App(library, path, match.group(1), Evidence(path, number, "used"))
