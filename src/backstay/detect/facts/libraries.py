"""Which known libraries a project really has: declared for the service, or used by it."""

from collections.abc import Iterator, Mapping

from backstay.detect.catalogue import node, others, python
from backstay.detect.catalogue.model import Library
from backstay.detect.manifests.model import Ecosystem, Requirement
from backstay.detect.model import Evidence, Fact
from backstay.detect.project import Project
from backstay.detect.usage.support import Part

_CATALOGUE = (*python.LIBRARIES, *node.LIBRARIES, *others.LIBRARIES)
FRAMEWORKS: Mapping[str, Ecosystem] = {
    library.name: library.ecosystem for library in _CATALOGUE if library.kind == "framework"
}
_FOR_DEVELOPERS = ("tests", "migrations")  # kinds that usually stand among development needs


def library_facts(project: Project) -> tuple[Fact, ...]:
    """One fact per library, in the catalogue's order; constructed frameworks before the rest."""
    found = [(library, fact) for library in _CATALOGUE if (fact := _fact(library, project))]
    names = {library.name for library, _ in found}
    facts: dict[tuple[str, str], Fact] = {}
    for library, fact in found:
        if not names.intersection(library.within):
            facts.setdefault((fact.kind, fact.name), fact)
    return tuple(sorted(facts.values(), key=lambda fact: _rank(fact, project)))


def _rank(fact: Fact, project: Project) -> int:
    """Stable sorting keeps the catalogue's order inside a rank."""
    if fact.kind != "framework":
        return 2
    return 0 if project.usage.app(fact.name) else 1


def _fact(library: Library, project: Project) -> Fact | None:
    declared = tuple(
        one
        for one in project.manifest.requirements
        if one.ecosystem == library.ecosystem and library.declared_as(one.name)
    )
    app = project.usage.app(library.name)
    imported = tuple(_imported(library, project))
    if not _counts(library, declared, project, used=bool(app), imported=bool(imported)):
        return None
    ordered = sorted(declared, key=lambda one: one.group != "main")
    evidence = [one.evidence for one in ordered[:1]]
    evidence += [app.evidence] if app else imported[:1]
    return Fact(library.kind, library.name, tuple(evidence), ordered[0].spec if ordered else "")


def _counts(
    library: Library,
    declared: tuple[Requirement, ...],
    project: Project,
    *,
    used: bool,
    imported: bool,
) -> bool:
    """Whether what was seen makes the library a part of the service (decision 0030)."""
    groups = {one.group for one in declared}
    if "main" in groups or used:
        return True
    if library.kind in _FOR_DEVELOPERS and (groups or imported):
        return True
    if library.kind == "framework":
        silent = not any(
            one.ecosystem == library.ecosystem for one in project.manifest.requirements
        )
        return imported and silent
    return imported and "dev" not in groups


def _imported(library: Library, project: Project) -> Iterator[Evidence]:
    parts: tuple[Part, ...] = ("tests", "service") if library.kind == "tests" else ("service",)
    for part in parts:
        for module in library.modules:
            yield from project.usage.imports.get((library.ecosystem, part, module), ())
