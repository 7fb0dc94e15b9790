"""The four purposes of a command, and the names that people give to each."""

from collections.abc import Iterable, Mapping
from typing import Literal

Purpose = Literal["dev", "test", "migration", "worker"]
PURPOSES: tuple[Purpose, ...] = ("dev", "test", "migration", "worker")

LONGEST = 200

# the first name that a project has wins
NAMES: Mapping[Purpose, tuple[str, ...]] = {
    "dev": ("dev", "start:dev", "develop", "runserver", "serve", "server", "run", "start"),
    "test": ("test", "tests", "test:unit", "unit", "pytest"),
    "migration": (
        *("migrate", "db:migrate", "db-migrate", "db_migrate", "migrate:deploy", "migrate:up"),
        *("migration:run", "migrations:run", "prisma:migrate", "db:deploy", "migrate-up"),
        *("upgrade", "db-upgrade", "db:upgrade"),
    ),
    "worker": (
        *("worker", "workers", "start:worker", "worker:start", "worker:dev", "celery"),
        *("celery-worker", "queue", "jobs"),
    ),
}


def first_name(purpose: Purpose, names: Iterable[str]) -> str:
    """The best of these names for a purpose; empty when none is known."""
    known = set(names)
    return next((name for name in NAMES[purpose] if name in known), "")


def plain(text: str) -> str:
    """A foreign command as one printable line; empty when it is none or is too long.

    It comes from a file that anybody may have written and goes to terminals and prompts.
    """
    line = " ".join(text.split())
    return line if line.isprintable() and len(line) <= LONGEST else ""
