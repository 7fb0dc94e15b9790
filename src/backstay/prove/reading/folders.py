"""Folders: which layer the names of a file and of its folders stand for."""

import re
from collections.abc import Iterator

# The words that projects use; the nearest one to the file decides.
_WORDS = {
    "routes": "routes router routers controllers controller endpoints endpoint handlers views "
    "view api urls resources",
    "services": "services service usecases use_cases usecase interactors domain_services",
    "repositories": "repositories repository repos repo crud dao daos queries selectors stores",
    "models": "models model entities entity tables orm",
    "schemas": "schemas schema dto dtos serializers serializer requests responses",
    "config": "config configs settings conf configuration",
    "dependencies": "dependencies deps depends",
    "middleware": "middleware middlewares",
    "errors": "exceptions errors",
    "jobs": "jobs tasks workers worker celery celery_app cron",
    "database": "database databases db session sessions",
    "security": "security auth authentication",
}
_LAYER = {word: layer for layer, words in _WORDS.items() for word in words.split()}
# files that are as likely named for a thing: `repositories/tasks.py`
_THINGS = frozenset(
    "tasks jobs requests responses resources session sessions auth authentication workers stores "
    "security queries entities tables errors".split()
)
_SHELVES = frozenset({"utils", "util", "helpers", "common", "lib", "libs", "shared"})
_ENTRY = frozenset({"main", "app", "asgi", "wsgi", "manage", "server", "__main__", "run"})
_ASKED_FOR = frozenset({"dependencies", "deps"})
_VERB = re.compile(r"[._-]")


def layer_named(path: str) -> str:
    """The layer that a path's names stand for, the nearest first; empty when none says."""
    parts = path.lower().split("/")
    return next(_named(parts), "entry" if stem_of(parts[-1]) in _ENTRY else "")


def stands_in_layer(path: str) -> bool:
    """Whether a folder of a path is named for a layer, or the file for what starts a service."""
    parts = path.lower().split("/")
    return any(one in _LAYER for one in parts[:-1]) or stem_of(parts[-1]) in _ENTRY


def stem_of(name: str) -> str:
    """The name of a file without its last ending."""
    return name.rpartition(".")[0] or name


def _named(parts: list[str]) -> Iterator[str]:
    stem, folders = stem_of(parts[-1]), list(_folders(parts[:-1]))
    if _ASKED_FOR.intersection(folders):
        yield "dependencies"  # below it are the names of what is asked for
    if folders and _LAYER.get(folders[-1]) in ("models", "schemas"):
        yield _LAYER[folders[-1]]  # `models/service.py` is the table of services
    if "domain" in folders and "services" in folders:
        yield ""  # what a domain calls services stands below its entities, not above them
    yield from (_LAYER[word] for word in _words(stem) if word in _LAYER and stem not in _THINGS)
    yield from (_LAYER[folder] for folder in reversed(folders) if folder in _LAYER)
    if _SHELVES.intersection(folders[-1:]):
        return  # `utils/queries.py` helps with queries, and is nobody's layer
    yield from (_LAYER[word] for word in _words(stem) if word in _LAYER)


def _folders(folders: list[str]) -> Iterator[str]:
    """The folders without one that only gathers services of a repository: `services/mail/app`."""
    for place, one in enumerate(folders):
        inner = folders[place + 1 : place + 3]
        if one != "services" or not ({"app", "src"} & set(inner[1:]) or "-" in "".join(inner[:1])):
            yield one


def _words(stem: str) -> Iterator[str]:
    """`task_service` is named for its last word; `user.controller` too; `service` for itself."""
    yield stem
    yield _VERB.split(stem)[-1]
