"""One project of a tree: its folder, its files, what it declares and what its code shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from backstay.detect.manifests.model import Ecosystem, Manifest, Requirement
from backstay.detect.model import Evidence
from backstay.detect.tree import Tree
from backstay.detect.usage.model import Usage


@dataclass(frozen=True)
class Project:
    """All that facts and commands are derived from.

    `root` is the folder relative to the tree, `` for the tree's own; `paths` are the project's
    files relative to the tree, without those of projects inside it.
    """

    tree: Tree
    root: str
    paths: tuple[str, ...]
    manifest: Manifest
    usage: Usage

    def relative(self, path: str) -> str:
        """A path of the tree as seen from the project's folder."""
        return path[len(self.root) + 1 :] if self.root else path

    def absolute(self, relative: str) -> str:
        """A path of the project as seen from the tree."""
        return f"{self.root}/{relative}" if self.root else relative

    def matching(self, *patterns: str) -> Iterator[str]:
        """The project's files whose relative path matches; in `*`, a slash is like any letter."""
        for pattern in patterns:
            for path in self.paths:
                if fnmatchcase(self.relative(path), pattern):
                    yield path

    def present(self, *patterns: str) -> Evidence | None:
        """The first file that matches, as evidence of its presence."""
        return next((Evidence(path, 1, "present") for path in self.matching(*patterns)), None)

    def requirements(self, ecosystem: Ecosystem, *names: str) -> tuple[Requirement, ...]:
        """Requirements by exact name, those of the service before those of development."""
        found = (
            one
            for one in self.manifest.requirements
            if one.ecosystem == ecosystem and one.name in names
        )
        return tuple(sorted(found, key=lambda one: one.group != "main"))
