"""Commands of Node tools, from the files that only those tools write."""

from backstay.detect.commands.names import Purpose
from backstay.detect.commands.runners import node_runner
from backstay.detect.facts.implied import PRISMA_SCHEMA
from backstay.detect.model import Command, Evidence
from backstay.detect.project import Project

_TESTS = (("vitest", "vitest run"), ("jest", "jest"), ("mocha", "mocha"), ("ava", "ava"))
_MIGRATIONS = (
    ("drizzle.config.*", "drizzle-kit migrate"),
    ("knexfile.*", "knex migrate:latest"),
    (".sequelizerc", "sequelize-cli db:migrate"),
    ("migrate-mongo-config.js", "migrate-mongo up"),
)
_DEFAULT_SCHEMA = ("prisma/schema.prisma", "schema.prisma")


def node_command(project: Project, purpose: Purpose) -> Command | None:
    """What the project's Node tools are started with; None when their files do not tell."""
    if purpose == "test":
        for package, line in _TESTS:
            if declared := project.requirements("node", package):
                return _tool(project, line, declared[0].evidence, "convention")
    if purpose == "migration":
        return _migrations(project)
    if purpose == "dev" and project.usage.apps:
        app = project.usage.apps[0]
        if app.path.endswith((".js", ".mjs", ".cjs")):
            line = f"node --watch {project.relative(app.path)}"
            return Command(line, "convention", app.evidence)
    return None


def _migrations(project: Project) -> Command | None:
    if schema := project.present(*PRISMA_SCHEMA):
        where = project.relative(schema.path)
        option = "" if where in _DEFAULT_SCHEMA else f" --schema {where}"
        return _tool(project, f"prisma migrate deploy{option}", schema)
    for pattern, line in _MIGRATIONS:
        if evidence := project.present(pattern):
            return _tool(project, line, evidence)
    if project.requirements("node", "typeorm"):
        return _typeorm(project)
    return None


def _typeorm(project: Project) -> Command | None:
    source = project.present("data-source.*", "*/data-source.*", "*/ormconfig.ts", "ormconfig.*")
    if source is None:
        return None
    tool = "typeorm-ts-node-commonjs" if source.path.endswith(".ts") else "typeorm"
    return _tool(project, f"{tool} migration:run -d {project.relative(source.path)}", source)


def _tool(
    project: Project, line: str, evidence: Evidence, origin: str = "the tool's own file"
) -> Command:
    return Command(f"{node_runner(project)}{line}", origin, evidence)
