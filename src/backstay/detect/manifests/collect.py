"""Which reader reads which file, and everything that the manifests of one folder declare."""

import re
from collections.abc import Iterable

from backstay.detect.manifests import (
    other_languages,
    own_file,
    package_json,
    pyproject,
    requirements,
    runtime_files,
    setup_files,
    tsconfig,
)
from backstay.detect.manifests.model import Manifest, Reader, join, unreadable
from backstay.detect.parsing import ParseError
from backstay.detect.tree import Tree

_READERS: tuple[tuple[str, Reader], ...] = (
    (r"pyproject\.toml", pyproject.read),
    (r"Pipfile", pyproject.read),
    (r"setup\.cfg", setup_files.read_setup_cfg),
    (r"setup\.py", setup_files.read_setup_py),
    (
        r"(requirements/[\w.-]+|requirements[\w.-]*|[\w-]+[-_]requirements)\.(txt|in)",
        requirements.read,
    ),
    (r"package\.json", package_json.read),
    (r"tsconfig\.json", tsconfig.read),
    (r"\.python-version|\.nvmrc|\.node-version|Dockerfile", runtime_files.read),
    (r"backstay\.toml", own_file.read),
    (r"go\.mod", other_languages.read_go_mod),
    (r"Cargo\.toml", other_languages.read_cargo),
    (r"pom\.xml", other_languages.read_pom),
    (r"build\.gradle(\.kts)?", other_languages.read_gradle),
    (r"Gemfile", other_languages.read_gemfile),
)
# these tell about a project, but do not make one
_NO_PROJECT = re.compile(r"backstay\.toml|tsconfig\.json|setup\.cfg|\.[\w-]+|Dockerfile")


def is_manifest(path: str) -> bool:
    """Whether a file, relative to its project, declares what the project needs."""
    if _NO_PROJECT.fullmatch(path):
        return False
    return any(re.fullmatch(pattern, path) for pattern, _ in _READERS)


def read_manifests(tree: Tree, root: str, paths: Iterable[str]) -> Manifest:
    """All manifests of one project, in the order of the table; broken ones leave a notice.

    Args:
        tree: The texts.
        root: The project's folder, `` for the tree's own.
        paths: The project's files, relative to the tree.
    """
    mine = [(path, path[len(root) + 1 :] if root else path) for path in paths]
    return join(
        _read(tree, reader, path)
        for pattern, reader in _READERS
        for path, relative in mine
        if re.fullmatch(pattern, relative)
    )


def _read(tree: Tree, reader: Reader, path: str) -> Manifest:
    content = tree.read(path)
    if content is None:
        return Manifest()
    try:
        return reader(content, path)
    except ParseError as error:
        return unreadable(path, error.line, f"{error}; what it declares is unknown")
