"""Apps are what modules construct: instances, those that factories make, and factories."""

import pytest

from backstay.detect.usage.apps import find_apps
from backstay.detect.usage.python_module import read_module


def apps(**modules: str) -> list[tuple[str, str, str, bool]]:
    read = [read_module(text, f"{name}.py") for name, text in modules.items()]
    return [(one.library, one.path, one.attribute, one.factory) for one in find_apps(read)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from fastapi import FastAPI as F\napi = F()", [("FastAPI", "m.py", "api", False)]),
        ("import fastapi as f\napi = f.FastAPI()", [("FastAPI", "m.py", "api", False)]),
        (
            "import fastapi\nif x:\n    api: object = fastapi.FastAPI()",
            [("FastAPI", "m.py", "api", False)],
        ),
        ("class FastAPI: ...\napi = FastAPI()", []),
        ("from shop import FastAPI\napi = FastAPI()", []),
        ("import flask\ndef f():\n    flask.Flask('x')", []),
        ("import flask\ndef f(x):\n    return flask.Flask(x)", []),
        (
            "import flask\ndef f(x='a', *, y=1):\n    return flask.Flask(x)",
            [("Flask", "m.py", "f", True)],
        ),
        ("import flask\ndef f(*, y):\n    return flask.Flask(y)", []),
        ("from aiohttp import web\napp = web.Application()", [("aiohttp", "m.py", "app", False)]),
        ("class WorkerSettings: ...", [("arq", "m.py", "WorkerSettings", False)]),
        ("app = make()(1)", []),
    ],
)
def test_what_is_an_app(text: str, found: list[tuple[str, str, str, bool]]) -> None:
    assert apps(m=text) == found


def test_an_instance_that_a_factory_makes_comes_before_the_factory() -> None:
    factory = "import flask\ndef make():\n    return flask.Flask('x')\n"

    assert apps(main="from shop import make\napp = make()", shop=factory) == [
        *(("Flask", "main.py", "app", False), ("Flask", "shop.py", "make", True)),
    ]
