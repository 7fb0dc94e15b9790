"""Commands of Python tools follow from their own files and from what the code constructs."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from backstay.detect.survey import detect

APP = "from fastapi import FastAPI\napp = FastAPI()\n"


@pytest.mark.parametrize(
    ("variable", "files", "command"),
    [
        ("test_command", {"noxfile.py": ""}, "nox"),
        ("migration_command", {"pyproject.toml": "[tool.alembic]\na = 1"}, "alembic upgrade head"),
        (
            "migration_command",
            {"pyproject.toml": '[project]\ndependencies = ["aerich"]\n[tool.aerich]\na = 1'},
            "aerich upgrade",
        ),
        (
            "worker_command",
            {"app/jobs.py": "from celery import Celery\nqueue = Celery()\n"},
            "celery -A app.jobs:queue worker",
        ),
        ("worker_command", {"requirements.txt": "rq\n", "uv.lock": ""}, "uv run rq worker"),
        (
            "dev_command",
            {"main.py": APP, "requirements.txt": "hypercorn\n"},
            "hypercorn --reload main:app",
        ),
        (
            "dev_command",
            {"main.py": APP, "requirements.txt": "granian\nfastapi\n"},
            "granian --interface asgi --reload main:app",
        ),
        ("dev_command", {"main.py": APP, "requirements.txt": "fastapi\n"}, "none"),
        (
            "dev_command",
            {
                "requirements.txt": "uvicorn\n",
                "app/factory.py": "from fastapi import FastAPI\n"
                "def make(settings):\n    return FastAPI()\n",
            },
            "none",
        ),
        (
            "dev_command",
            {
                "requirements.txt": "uvicorn\n",
                "app/factory.py": "import fastapi\ndef make():\n    return fastapi.FastAPI()\n",
                "app/main.py": "from app.factory import make\nimport fastapi\nservice = make()\n",
            },
            "uvicorn app.main:service --reload",
        ),
    ],
)
def test_a_command_follows_from_files(
    plant: Callable[[Mapping[str, str]], Path],
    variable: str,
    files: Mapping[str, str],
    command: str,
) -> None:
    root = plant({"code.py": "import fastapi\n", **files})

    assert detect(root).main.variable(variable).value == command
