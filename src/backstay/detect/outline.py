"""Outlines a folder from its manifests and file names alone: fast, and no source is read."""

from collections.abc import Iterable
from pathlib import Path

from backstay.detect.facts.implied import implied_facts
from backstay.detect.facts.libraries import library_facts
from backstay.detect.manifests.collect import read_manifests
from backstay.detect.model import Fact
from backstay.detect.project import Project
from backstay.detect.roots import find_roots
from backstay.detect.tree import Tree
from backstay.detect.usage.model import Usage


def outline(root: Path, files: Iterable[str]) -> tuple[Fact, ...]:
    """Frameworks, ORMs, databases and tools that the manifests of a tree declare.

    Args:
        root: The folder.
        files: Its files, relative; only manifests and compose files among them are read.
    """
    tree = Tree(root, files=files)
    found: list[Fact] = []
    for where, paths in find_roots(tree.files).items():
        project = Project(tree, where, paths, read_manifests(tree, where, paths), Usage())
        known = library_facts(project)
        found += [*known, *implied_facts(project, known)]
    return tuple(found)
