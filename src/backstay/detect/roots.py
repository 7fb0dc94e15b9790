"""Where the projects of a tree begin: each folder with a manifest, and the tree's own folder."""

from collections.abc import Iterable, Mapping

from backstay.detect.facts.languages import language_of
from backstay.detect.manifests.collect import is_manifest
from backstay.detect.usage.support import part_of

MOST = 50  # projects in one tree; more are not looked at


def find_roots(files: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The root of each project (`` for the tree's own) with its files, outermost first.

    A project's files are those that no project inside it has. Manifests of tests, examples and
    documents make no project. The tree's own folder is one when it has a manifest, or code that
    belongs to nobody else, or when there is no other.
    """
    listed = tuple(files)
    roots = {root for path in listed if (root := _root_of(path)) is not None}
    roots = set(sorted(roots, key=_depth)[:MOST])
    owned: dict[str, list[str]] = {root: [] for root in sorted(roots | {""}, key=_depth)}
    for path in listed:
        owned[_owner(path, roots)].append(path)
    if "" not in roots and len(owned) > 1 and not _has_code(owned[""]):
        del owned[""]
    return {root: tuple(paths) for root, paths in owned.items()}


def _root_of(path: str) -> str | None:
    """The folder that a manifest speaks for; None for any other file, and for supporting ones."""
    parts = path.split("/")
    for length in (1, 2):
        if len(parts) >= length and is_manifest("/".join(parts[-length:])):
            root = "/".join(parts[:-length])
            return root if part_of(f"{root}/module.py".lstrip("/")) == "service" else None
    return None


def _owner(path: str, roots: set[str]) -> str:
    folder = path.rpartition("/")[0]
    while folder and folder not in roots:
        folder = folder.rpartition("/")[0]
    return folder


def _has_code(paths: Iterable[str]) -> bool:
    return any(language_of(path) and part_of(path) == "service" for path in paths)


def _depth(root: str) -> tuple[int, str]:
    return (root.count("/") + 1 if root else 0), root
