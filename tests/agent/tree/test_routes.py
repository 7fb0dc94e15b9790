"""Routes are put together from decorators, routers and inclusions, as FastAPI does it."""

from pathlib import Path

from backstay.agent.tree.modules import read_modules
from backstay.agent.tree.routes import routes_of
from backstay.blueprint import load
from backstay.blueprint.operations import operations

EXAMPLE = Path(__file__).parents[3] / "examples" / "timetrack"
APP = "from fastapi import FastAPI\napp = FastAPI()\n"


def told(root: Path) -> list[str]:
    return [str(one) for one in routes_of(read_modules(root))]


def test_a_built_project_has_the_routes_of_its_contract() -> None:
    """The reader knows nothing of the builder, so that the two hold each other."""
    wanted = {f"{one.method} {one.path}" for one in operations(load(EXAMPLE / "backstay.yaml"))}

    assert set(told(EXAMPLE)) == wanted


def test_prefixes_of_routers_and_inclusions_add_up(make) -> None:
    root = make(
        {
            "app/main.py": f"{APP}from app.api import router as api\nfrom app import settings\n"
            "app.include_router(api, prefix=settings.ROOT)\n",
            "app/settings.py": "ROOT: str = '/v2'\n",
            "app/api.py": "from fastapi import APIRouter\nfrom app import things\n"
            "router = APIRouter(prefix='/api')\n"
            "router.include_router(things.router, prefix='/things')\n",
            "app/things.py": "from fastapi import APIRouter\nrouter = APIRouter()\n"
            "@router.get('')\ndef all(): ...\n@router.delete('/{id}')\nasync def drop(id): ...\n"
            "@router.api_route('/many', methods=['GET', 'PUT'])\ndef many(): ...\n",
        }
    )

    assert told(root) == [
        "DELETE /v2/api/things/{id}",
        "GET /v2/api/things",
        "GET /v2/api/things/many",
        "PUT /v2/api/things/many",
    ]


def test_a_router_that_nobody_includes_serves_nothing(make) -> None:
    lost = (
        "from fastapi import APIRouter\nrouter = APIRouter()\n@router.get('/lost')\ndef x(): ...\n"
    )

    assert told(make({"main.py": APP, "lost.py": lost})) == []


def test_an_application_in_a_factory_and_one_passed_in_count(make) -> None:
    root = make(
        {
            "main.py": "from fastapi import FastAPI\ndef make():\n    app = FastAPI()\n"
            "    @app.post('/a')\n    def a(): ...\n    return app\n",
            "more.py": "from fastapi import APIRouter\nr = APIRouter(prefix='/m')\n"
            "@r.get('/b')\ndef b(): ...\ndef add(app):\n    app.include_router(r)\n",
        }
    )

    assert told(root) == ["GET /m/b", "POST /a"]


def test_tests_and_broken_files_serve_nothing(make) -> None:
    route = f"{APP}@app.get('/x')\ndef x(): ...\n"

    assert told(make({"tests/test_x.py": route, "broken.py": "def ("})) == []


def test_a_circle_of_inclusions_ends(make) -> None:
    text = (
        "from fastapi import APIRouter\na = APIRouter()\nb = APIRouter()\n"
        "a.include_router(b)\nb.include_router(a)\n@a.get('/x')\ndef x(): ...\n"
    )

    assert told(make({"m.py": text})) == []
