"""Procfiles and compose files say what runs; deeper keys of the same name do not."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from backstay.detect.survey import detect

COMPOSE = "services:\n  worker:\n    image: x\n{command}"


@pytest.mark.parametrize(
    ("lines", "command"),
    [
        ("    command: celery -A a worker\n", "celery -A a worker"),
        ('    command: "celery -A a worker"\n', "celery -A a worker"),
        ('    command: ["sh", "-c", "a b"]\n', "sh -c 'a b'"),
        ("    command: [unquoted, list]\n", "none"),
        ("    command: >\n      celery\n", "none"),
        ("    command:\n      - celery\n", "none"),
        ("    environment:\n      command: celery\n", "none"),
    ],
)
def test_the_command_of_a_worker_service(
    plant: Callable[[Mapping[str, str]], Path], lines: str, command: str
) -> None:
    root = plant({"compose.yaml": COMPOSE.format(command=lines)})

    assert detect(root).main.variable("worker_command").value == command


@pytest.mark.parametrize(
    ("line", "command"),
    [("release: alembic upgrade head", "alembic upgrade head"), ("release: ./notify.sh", "none")],
)
def test_a_release_is_a_migration_only_when_it_migrates(
    plant: Callable[[Mapping[str, str]], Path], line: str, command: str
) -> None:
    root = plant({"Procfile": f"{line}\n"})

    assert detect(root).main.variable("migration_command").value == command
