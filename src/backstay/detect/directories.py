"""Which folders hold routes, services, models and helpers, judged by their names."""

import re
from collections.abc import Iterator, Mapping

from backstay.detect.facts.languages import ECOSYSTEM, language_of
from backstay.detect.model import Directory, Evidence, Role
from backstay.detect.project import Project
from backstay.detect.usage.support import part_of

MOST = 8  # folders listed per role; a project with more has them in a pattern that eight show
_FOLDERS: Mapping[Role, frozenset[str]] = {
    "routes": frozenset(
        {"routes", "routers", "controllers", "controller", "endpoints", "handlers", "api", "views"}
    ),
    "services": frozenset({"services", "service", "usecases", "use_cases", "use-cases"}),
    "models": frozenset({"models", "model", "entities", "entity"}),
    "utils": frozenset({"utils", "util", "helpers", "lib", "common", "shared"}),
}
_MODULES: Mapping[Role, re.Pattern[str]] = {
    "routes": re.compile(
        r"(routes|routers?|views|urls|endpoints)\.\w+|.+\.(controller|routes?)\.\w+"
    ),
    "services": re.compile(r"services?\.\w+|.+(\.service\.\w+|_service\.py|-service\.\w+)"),
    "models": re.compile(r"(models?|entities)\.\w+|.+\.(model|entity)\.\w+"),
    "utils": re.compile(r"(utils?|helpers)\.\w+"),
}


def find_directories(project: Project, language: str) -> tuple[Directory, ...]:
    """The folders of each role that hold files of the service's language, shallowest first.

    Where a role has no folder, module files of such a name stand for it: `shop/models.py`.
    """
    ecosystem = ECOSYSTEM.get(language)
    code = [
        path
        for path in project.paths
        if ecosystem and ECOSYSTEM.get(language_of(path)) == ecosystem and ".config." not in path
    ]
    service = [path for path in code if part_of(project.relative(path)) == "service"]
    found = list(_sources(project, service))
    for role in _FOLDERS:
        mine = _folders(project, role, service) or _modules(role, service)
        found += sorted(mine, key=lambda one: (one.path.count("/"), one.path))[:MOST]
    found += _supporting(project, code)
    return tuple(found)


def _sources(project: Project, service: list[str]) -> Iterator[Directory]:
    """Top folders of the code; the project itself where its layers lie flat, or it is one file."""
    first: dict[str, str] = {}
    for path in service:
        first.setdefault(project.relative(path).rpartition("/")[0].partition("/")[0], path)
    layers = frozenset().union(*_FOLDERS.values()).intersection(first)
    flat = len(layers) > 1 or (layers and "" in first) or set(first) == {""}
    if flat:
        first = {"": next(iter(first.values()))}
    else:
        first.pop("", None)  # a lone entry point beside the package
    for top, path in sorted(first.items())[:MOST]:
        yield Directory("source", _place(project, top), Evidence(path, 1, "present"))


def _place(project: Project, folder: str) -> str:
    return project.absolute(folder).rstrip("/") or "."


def _folders(project: Project, role: Role, service: list[str]) -> list[Directory]:
    found: dict[str, Directory] = {}
    for path in service:
        parts = project.relative(path).split("/")[:-1]
        names = (index for index, part in enumerate(parts) if part.lower() in _FOLDERS[role])
        if (index := next(names, None)) is not None:
            folder = project.absolute("/".join(parts[: index + 1]))
            found.setdefault(folder, Directory(role, folder, Evidence(path, 1, "present")))
    return list(found.values())


def _modules(role: Role, service: list[str]) -> list[Directory]:
    return [
        Directory(role, path, Evidence(path, 1, "present"))
        for path in service
        if _MODULES[role].fullmatch(path.rpartition("/")[2])
    ]


def _supporting(project: Project, code: list[str]) -> Iterator[Directory]:
    """The top folders of the tests, and the folders of migrations."""
    tests: dict[str, str] = {}
    migrations: dict[str, str] = {}
    for path in code:
        parts = project.relative(path).split("/")[:-1]
        if part_of(project.relative(path)) == "tests":
            tests.setdefault(parts[0] if parts else "", path)
        for index, part in enumerate(parts):
            if part in ("migrations", "alembic", "versions"):
                migrations.setdefault("/".join(parts[: index + 1]), path)
                break
    for top, path in sorted(tests.items())[:MOST]:
        yield Directory("tests", _place(project, top), Evidence(path, 1, "present"))
    for folder, path in sorted(migrations.items())[:MOST]:
        yield Directory("migrations", project.absolute(folder), Evidence(path, 1, "present"))
