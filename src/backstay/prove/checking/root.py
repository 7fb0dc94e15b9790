"""Where a project begins: the nearest folder above with a manifest, settings or a repository."""

from collections.abc import Iterable
from pathlib import Path

_MARKS = (
    *("backstay.yaml", "backstay-check.toml", "pyproject.toml", "package.json", ".git"),
    *("manage.py", "requirements.txt", "setup.py", "setup.cfg"),
)


def project_of(paths: Iterable[Path]) -> Path:
    """The folder of the project that holds all paths; the paths' own folder where nothing says."""
    places = [one.resolve() for one in paths]
    folders = [one if one.is_dir() else one.parent for one in places]
    shared = folders[0]
    for one in folders[1:]:
        while not one.is_relative_to(shared):
            shared = shared.parent
    for folder in (shared, *shared.parents):
        if any((folder / mark).exists() for mark in _MARKS):
            return folder
        if folder == Path.home():
            break
    return shared
