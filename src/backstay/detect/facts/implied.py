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
PYTEST_FILES = ("pytest.ini", ".pytest.ini", "pytest.toml")
TEST_RUNNERS = {"tox.ini": "tox", "noxfile.py": "nox"}
PRISMA_SCHEMA = ("prisma/schema.prisma", "schema.prisma", "*/schema.prisma")


def implied_facts(project: Project, known: Sequence[Fact]) -> Iterator[Fact]:
    """What Django, Rails, Prisma, Alembic, test tools and compose files say beyond manifests."""
    django = next((fact for fact in known if fact.name == "Django"), None)
    if django:
        orm = next(project.matching("models.py", "*/models.py", "*/models/__init__.py"), "")
        shown = (Evidence(orm, 1, "present"),) if orm else django.evidence[:1]
        yield Fact("orm", "Django ORM", shown)
        if manage := project.present("manage.py", "*/manage.py"):
            yield Fact("migrations", "Django migrations", (manage,))
    if schema := project.present(*PRISMA_SCHEMA):
        yield Fact("orm", "Prisma", (schema,))
        yield Fact("migrations", "Prisma Migrate", (schema,))
    if ini := project.present("alembic.ini", "*/alembic.ini"):
        yield Fact("migrations", "Alembic", (ini,))
    if rails := next((fact for fact in known if fact.name == "Rails"), None):
        yield Fact("orm", "Active Record", rails.evidence)
        if migration := project.present("db/migrate/*.rb"):
            yield Fact("migrations", "Rails migrations", (migration,))
    yield from _test_tools(project)
    yield from _databases(project)


def _test_tools(project: Project) -> Iterator[Fact]:
    configured = project.present(*PYTEST_FILES)
    if setting := project.manifest.setting("pytest"):
        configured = setting.evidence
    if configured:
        yield Fact("tests", "pytest", (configured,))
    for file, tool in TEST_RUNNERS.items():
        if evidence := project.present(file):
            yield Fact("tests", tool, (evidence,))


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
