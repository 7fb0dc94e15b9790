"""Which of the things that Python modules construct are apps that a server or worker can run."""

from collections.abc import Iterator, Mapping, Sequence

from backstay.detect.model import Evidence
from backstay.detect.usage.model import App
from backstay.detect.usage.python_module import Function, Module

_CONSTRUCTORS: Mapping[str, str] = {
    "fastapi.FastAPI": "FastAPI",
    "fastapi.applications.FastAPI": "FastAPI",
    "flask.Flask": "Flask",
    "litestar.Litestar": "Litestar",
    "quart.Quart": "Quart",
    "sanic.Sanic": "Sanic",
    "starlette.applications.Starlette": "Starlette",
    "aiohttp.web.Application": "aiohttp",
    "falcon.App": "Falcon",
    "falcon.asgi.App": "Falcon",
    "celery.Celery": "Celery",
    "huey.RedisHuey": "Huey",
    "huey.SqliteHuey": "Huey",
    "procrastinate.App": "Procrastinate",
}
WORKER_CLASS = "WorkerSettings"  # arq's convention: a class of this name is the worker


def find_apps(modules: Sequence[Module]) -> tuple[App, ...]:
    """Instances at module level first, in the modules' order, then factories to be called."""
    factories = tuple(_factories(modules))
    makers = {one.attribute: one.library for one in factories}
    return (*_instances(modules, makers), *factories)


def _instances(modules: Sequence[Module], makers: Mapping[str, str]) -> Iterator[App]:
    for module in modules:
        for one in module.assignments:
            made_by = one.callee.rpartition(".")[2]
            library = _CONSTRUCTORS.get(one.callee) or makers.get(made_by)
            if library:
                yield App(library, module.path, one.name, Evidence(module.path, one.line, "used"))
        for name, line in module.classes:
            if name == WORKER_CLASS:
                yield App("arq", module.path, name, Evidence(module.path, line, "used"))


def _factories(modules: Sequence[Module]) -> Iterator[App]:
    for module in modules:
        for function in module.functions:
            if function.bare and (built := _built(function)):
                library, line = built
                evidence = Evidence(module.path, line, "used")
                yield App(library, module.path, function.name, evidence, factory=True)


def _built(function: Function) -> tuple[str, int] | None:
    """The library and the line of the first app that a function constructs."""
    calls = ((_CONSTRUCTORS.get(name), line) for name, line in function.calls)
    return next(((library, line) for library, line in calls if library), None)
