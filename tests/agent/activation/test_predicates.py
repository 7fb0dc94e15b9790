"""The five conditions of the source hold where the project shows them, and nowhere else (R-210)."""

from pathlib import Path

import pytest

from backstay.agent.activation.predicates import shown_by
from backstay.agent.definitions.conditions import read_condition
from backstay.detect.survey import detect

FRAMEWORK = "Backend framework detected (Django, Flask, FastAPI, Express, NestJS, Spring)"
SERVER = "src/ or app/ directory with server code"
LAYERS = "routes/, controllers/, services/ directories"
MODELS = "ORM or database models present"
JOBS = "Background job processors (Celery, Bull, Sidekiq)"


@pytest.mark.parametrize(
    ("files", "holds"),
    [
        ({"requirements.txt": "fastapi\n"}, {FRAMEWORK}),
        ({"requirements.txt": "bottle\n"}, set()),
        ({"requirements.txt": "flask\n", "app/x.py": ""}, {FRAMEWORK, SERVER}),
        ({"app/x.py": ""}, set()),
        ({"shop/services/x.py": ""}, {LAYERS}),
        ({"shop/usecases/x.py": ""}, set()),
        ({"requirements.txt": "sqlalchemy\n"}, {MODELS}),
        ({"shop/models/x.py": ""}, {MODELS}),
        ({"package.json": '{"dependencies": {"bullmq": "1"}}'}, {JOBS}),
        ({"requirements.txt": "rq\n"}, set()),
        ({"Gemfile": 'gem "sidekiq"\n'}, {JOBS}),
        ({"README.md": "Django, Celery, an ORM in src/"}, set()),
    ],
)
def test_conditions_hold_where_the_project_shows_them(
    tmp_path: Path, files: dict[str, str], holds: set[str]
) -> None:
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    profile = detect(tmp_path).main

    shown = set()
    for prose in (FRAMEWORK, SERVER, LAYERS, MODELS, JOBS):
        condition = read_condition(prose)
        assert condition
        if shown_by(condition, profile):
            shown.add(prose)

    assert shown == holds


def test_tests_and_migrations_are_conditions_too(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("pytest\nalembic\n")
    profile = detect(tmp_path).main

    for prose in ("tests are present", "migrations folder exists"):
        condition = read_condition(prose)
        assert condition
        assert shown_by(condition, profile)
