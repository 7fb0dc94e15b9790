"""Facts that follow from another fact or from a file that only one tool writes."""

import re
from collections.abc import Iterator, Sequence

from backstay.detect.locate import numbered
from backstay.detect.model import Evidence, Fact
from backstay.detect.project import Project

_IMAGE = re.compile(r"^\s*image:\s*[\"']?(?:[\w.:/-]+/)?(\w+)[:@\"'\s]?")
_IMAGES = {
    "postgres": "PostgreSQL",
    "postgis": "PostgreSQL",
    "mysql": "MySQL",
    "mariadb": "MySQL",
    "mongo": "MongoDB",
    "redis": "Redis",
    "valkey": "Redis",
}
_PROVIDER = re.compile(r'^\s*provider\s*=\s*"(postgresql|mysql|sqlite|mongodb)"')
_PROVIDERS = {
    "postgresql": "PostgreSQL",
    "mysql": "MySQL",
    "sqlite": "SQLite",
    "mongodb": "MongoDB",
}
_COMPOSE = ("docker-compose*.y*ml", "compose*.y*ml")
PRISMA_SCHEMA = ("prisma/schema.prisma", "schema.prisma", "*/schema.prisma")


def implied_facts(project: Project, known: Sequence[Fact]) -> Iterator[Fact]:
    """What Django, Prisma, an alembic.ini and a compose file say beyond the manifests."""
    django = next((fact for fact in known if fact.name == "Django"), None)
    if django:
        orm = next(project.matching("models.py", "*/models.py", "*/models/__init__.py"), "")
        shown = (Evidence(orm, 1, "present"),) if orm else django.evidence[:1]
        yield Fact("orm", "Django ORM", shown)
        if manage := project.present("manage.py"):
            yield Fact("migrations", "Django migrations", (manage,))
    if schema := project.present(*PRISMA_SCHEMA):
        yield Fact("orm", "Prisma", (schema,))
        yield Fact("migrations", "Prisma Migrate", (schema,))
    if ini := project.present("alembic.ini", "*/alembic.ini"):
        yield Fact("migrations", "Alembic", (ini,))
    yield from _databases(project)


def _databases(project: Project) -> Iterator[Fact]:
    for path in project.matching(*_COMPOSE):
        for number, line in numbered(project.tree.read(path) or ""):
            if (match := _IMAGE.match(line)) and match.group(1) in _IMAGES:
                evidence = Evidence(path, number, "configured")
                yield Fact("database", _IMAGES[match.group(1)], (evidence,))
    for path in project.matching(*PRISMA_SCHEMA):
        for number, line in numbered(project.tree.read(path) or ""):
            if match := _PROVIDER.match(line):
                evidence = Evidence(path, number, "configured")
                yield Fact("database", _PROVIDERS[match.group(1)], (evidence,))
