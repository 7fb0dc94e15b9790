"""Layers are found in every usual layout: flat, app/, src/, by feature, Django and Flask."""

import ast

import pytest

from backstay.prove.reading.layers import layer_of

FASTAPI = "@router.get('/x')\ndef x(): ...\n"
FLASK = "@bp.route('/x', methods=['POST'])\ndef x(): ...\n"
DJANGO = "urlpatterns = [path('x', views.x)]\n"


@pytest.mark.parametrize(
    ("path", "layer"),
    [
        ("routes.py", "routes"),
        ("models.py", "models"),
        ("crud.py", "repositories"),
        ("config.py", "config"),
        ("main.py", "entry"),
        ("app/services/task_service.py", "services"),
        ("app/services/tasks.py", "services"),
        ("app/api/deps.py", "dependencies"),
        ("app/core/config.py", "config"),
        ("app/db/session.py", "database"),
        ("app/schemas/task.py", "schemas"),
        ("src/repositories/task_repository.py", "repositories"),
        ("src/api/middleware.py", "middleware"),
        ("src/core/exceptions.py", "errors"),
        ("src/jobs/mail.py", "jobs"),
        ("app/tasks.py", "jobs"),
        ("users/service.py", "services"),
        ("users/repository.py", "repositories"),
        ("users/router.py", "routes"),
        ("users/models.py", "models"),
        ("shop/orders/views.py", "routes"),
        ("shop/orders/serializers.py", "schemas"),
        ("shop/orders/migrations/0001_initial.py", "migrations"),
        ("alembic/versions/12_users.py", "migrations"),
        ("tests/test_x.py", "tests"),
        ("app/services/test_tasks.py", "tests"),
        ("scripts/load.py", "tools"),
        ("dev/generate.py", "tools"),
        (".semgrep/rules/sql.py", "tools"),
        ("app/cli/boats.py", "tools"),
        ("shop/orders/management/commands/load.py", "tools"),
        ("app/db/seed_boats.py", "tools"),
        ("tests.old/boats.py", "tests"),
        ("app/services/api_tests.py", "tests"),
        ("web/mocks/boats.ts", "tests"),
        ("src/boats/boat.e2e.ts", ""),
        ("core/migrations.py", "migrations"),
        ("app/models/service.py", "models"),
        ("app/utils/queries.py", ""),
        ("app/dependencies/models/boat.py", "dependencies"),
        ("src/domain/boats/services/tolls.py", ""),
        ("services/boat-mail/app/core/texts.py", ""),
        ("services/boats.py", "services"),
        ("app/colours.py", ""),
        ("src/controllers/user.controller.ts", "routes"),
        ("src/users/user.service.ts", "services"),
    ],
)
def test_a_layer_is_known_by_names(path, layer):
    assert layer_of(path) == layer


@pytest.mark.parametrize("text", [FASTAPI, FLASK, DJANGO], ids=["FastAPI", "Flask", "Django"])
@pytest.mark.parametrize("path", ["app/users.py", "app/services/odd.py", "everything.py"])
def test_what_answers_requests_is_a_route_wherever_it_lies(text, path):
    assert layer_of(path, ast.parse(text)) == "routes"


def test_tests_stay_tests_even_with_an_app_inside():
    assert layer_of("tests/test_x.py", ast.parse(FASTAPI)) == "tests"


def test_a_call_that_only_looks_like_a_route_is_none():
    text = "@cache.get('name')\ndef x(): ...\n@lru.post(3)\ndef y(): ...\n"

    assert layer_of("app/x.py", ast.parse(text)) == ""


@pytest.mark.parametrize(
    ("path", "text", "layer"),
    [
        ("app/services/probes.py", "import pytest\n", "tests"),
        ("app/services/probes.py", "from unittest import TestCase\n", "tests"),
        ("rename_boats.py", "x = 1\nif __name__ == '__main__':\n    x = 2\n", "tools"),
        (
            "app/models/train.py",
            "import argparse\nif __name__ == '__main__':\n    x = 2\n",
            "tools",
        ),
        ("app/services/boats.py", "x = 1\nif __name__ == '__main__':\n    x = 2\n", "services"),
        ("main.py", "x = 1\nif __name__ == '__main__':\n    x = 2\n", "entry"),
    ],
)
def test_what_a_file_imports_and_how_it_starts_says_more_than_its_name(path, text, layer):
    assert layer_of(path, ast.parse(text)) == layer
