"""Detects what a folder holds: every project in it, with facts, folders, commands, variables."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from backstay.detect.commands.choose import choose_commands
from backstay.detect.directories import find_directories
from backstay.detect.facts.implied import implied_facts
from backstay.detect.facts.languages import ECOSYSTEM, language_facts
from backstay.detect.facts.libraries import FRAMEWORKS, library_facts
from backstay.detect.facts.packages import package_facts
from backstay.detect.floors import floor_notices
from backstay.detect.manifests.collect import read_manifests
from backstay.detect.model import NONE, Fact, Notice, Profile, Survey
from backstay.detect.project import Project
from backstay.detect.roots import find_roots
from backstay.detect.tree import Tree
from backstay.detect.usage.model import Usage
from backstay.detect.usage.node import read_node
from backstay.detect.usage.python import read_python
from backstay.detect.variables import Found, fill
from backstay.detect.walk import Limits

_DEFAULT_LANGUAGE = {ecosystem: language for language, ecosystem in reversed(ECOSYSTEM.items())}


def detect(root: Path, limits: Limits | None = None) -> Survey:
    """What the folder holds; reads files, runs nothing, and raises for no file's content.

    Args:
        root: The folder of a foreign project, or of many.
        limits: How much to look at.

    Raises:
        NotADirectoryError: `root` is no folder.
    """
    tree = Tree(root, limits)
    profiles = tuple(
        _profile(tree, where, paths) for where, paths in find_roots(tree.files).items()
    )
    return Survey(str(root), profiles, tuple(tree.notices))


def _profile(tree: Tree, root: str, paths: tuple[str, ...]) -> Profile:
    manifest = read_manifests(tree, root, paths)
    python, node = read_python(tree, paths, root), read_node(tree, paths, root)
    usage = Usage({**python.imports, **node.imports}, (*python.apps, *node.apps), python.notices)
    project = Project(tree, root, paths, manifest, usage)
    facts = tuple(_facts(project))
    language = _language(facts)
    facts = tuple(sorted(facts, key=lambda fact: fact.name != language))
    directories = find_directories(project, language)
    commands = choose_commands(project, ECOSYSTEM.get(language, ""))
    place = root or "."
    variables = fill(Found(place, facts, directories, commands))
    notices: tuple[Notice, ...] = (*manifest.notices, *usage.notices, *floor_notices(manifest))
    return Profile(place, language, facts, directories, variables, notices)


def _facts(project: Project) -> Iterator[Fact]:
    known = library_facts(project)
    yield from language_facts(project)
    yield from package_facts(project)
    yield from _merged((*known, *implied_facts(project, known)))
    for setting in project.manifest.settings:
        if setting.name.startswith("typescript "):
            flag = setting.name.removeprefix("typescript ")
            yield Fact("typescript", flag, (setting.evidence,), setting.value)


def _merged(facts: Iterable[Fact]) -> Iterator[Fact]:
    """One fact per kind and name, with all that shows it."""
    merged: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        before = merged.get((fact.kind, fact.name), Fact(fact.kind, fact.name, ()))
        evidence = tuple(dict.fromkeys((*before.evidence, *fact.evidence)))
        version = before.version or fact.version
        merged[fact.kind, fact.name] = Fact(fact.kind, fact.name, evidence, version)
    yield from merged.values()


def _language(facts: Iterable[Fact]) -> str:
    """The framework's language; without a framework, that of most files; else `none`."""
    listed = tuple(facts)
    written = [fact.name for fact in listed if fact.kind == "language"]
    for fact in listed:
        if fact.kind == "framework":
            ecosystem = FRAMEWORKS[fact.name]
            mine = (name for name in written if ECOSYSTEM[name] == ecosystem)
            return next(mine, _DEFAULT_LANGUAGE[ecosystem])
    return written[0] if written else NONE
