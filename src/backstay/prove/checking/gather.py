"""Gathers the records of a project: unchanged files from the cache, the others judged anew."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from backstay.prove.checking.cache import Cache, Kept, key_of
from backstay.prove.checking.files import Entry, entries
from backstay.prove.checking.lint import lint
from backstay.prove.checking.pool import judge_all
from backstay.prove.checking.record import Record
from backstay.prove.checking.settings import Settings
from backstay.prove.reading.project import Project

# files that may say what a project is made of; which of them do, detection knows
_TELLS = re.compile(r"(?:^|/)(?:setup\.py|[^/]*\.(?:toml|txt|in|cfg|json|ya?ml|xml)|[A-Z]\w+file)$")
CONTRACT = "backstay.yaml"


@dataclass(frozen=True, slots=True)
class Gathered:
    """All records, by path, and the shape of the project."""

    records: dict[str, Record]
    project: Project
    names: tuple[str, ...]


def gather(root: Path, settings: Settings, *, cached: bool = True) -> Gathered:
    """Judge whatever changed since the last run.

    Args:
        root: The project.
        settings: What is left out, and limits.
        cached: Whether to use and keep a cache.
    """
    listed = entries(root, settings.exclude)
    cache = Cache(root, key_of(repr(settings)))
    kept = cache.load() if cached else Kept("")
    manifests = _digest(one for one in listed if _TELLS.search(one.path))
    if kept.manifests != manifests:
        project = _project(root, listed, settings)
        if project != kept.project:
            kept.records = []  # what rules said of another kind of project
        kept.project = project
    known = {one.path: one for one in kept.records}
    records: dict[str, Record] = {}
    waiting: list[Entry] = []
    for one in listed:
        if not one.kind:
            continue
        old = known.get(one.path)
        if old is not None and (old.size, old.changed) == (one.size, one.changed):
            records[one.path] = old
        else:
            waiting.append(one)
    fresh = {one.path: one for one in judge_all(root, waiting, kept.project)}
    records |= lint(root, fresh)
    if cached and (waiting or len(records) != len(known)):
        cache.store(Kept(key_of(repr(settings)), manifests, kept.project, list(records.values())))
    return Gathered(records, kept.project, tuple(one.path for one in listed))


def _digest(listed: Iterable[Entry]) -> str:
    seen = blake2b(digest_size=16)
    for one in listed:
        seen.update(f"{one.path}\0{one.size}\0{one.changed}\0".encode())
    return seen.hexdigest()


def _project(root: Path, listed: list[Entry], settings: Settings) -> Project:
    from backstay.detect.outline import outline  # noqa: PLC0415 asked when a manifest changed

    names = [one.path for one in listed]
    facts = outline(root, names)
    return Project(
        frozenset(one.name.lower() for one in facts if one.kind == "framework"),
        frozenset(one.name.lower() for one in facts if one.kind == "orm"),
        CONTRACT in names,
        settings.limits,
    )
