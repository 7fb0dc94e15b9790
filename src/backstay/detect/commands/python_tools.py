"""Test, migration and worker commands of Python tools, from their own configuration."""

from backstay.detect.commands.names import Purpose
from backstay.detect.commands.python_apps import module_of, served, target
from backstay.detect.commands.runners import python_runner
from backstay.detect.facts.implied import PYTEST_FILES, TEST_RUNNERS
from backstay.detect.facts.libraries import library_facts
from backstay.detect.model import Command, Evidence, Fact
from backstay.detect.project import Project
from backstay.detect.usage.model import App

# worker libraries whose command names the app: {target} is module:attribute, {module} the module
_WORKERS = {
    "Celery": "celery -A {celery} worker",
    "arq": "arq {module}.{attribute}",
    "Huey": "huey_consumer {module}.{attribute}",
    "Procrastinate": "procrastinate --app={module}.{attribute} worker",
}
_CELERY_NAMES = ("app", "celery")  # found by `celery -A module` without being named


def python_command(project: Project, purpose: Purpose) -> Command | None:
    """What the project's Python tools are started with; None when their files do not tell."""
    if purpose == "dev":
        return served(project)
    if purpose == "test":
        return _tests(project)
    if purpose == "migration":
        return _migrations(project)
    return _worker(project)


def _tests(project: Project) -> Command | None:
    setting = project.manifest.setting("pytest")
    configured = project.present(*PYTEST_FILES)
    if setting or configured:
        return _tool(project, "pytest", setting.evidence if setting else configured)
    for file, tool in TEST_RUNNERS.items():
        if evidence := project.present(file):
            return _tool(project, tool, evidence)
    tests = {fact.name: fact for fact in library_facts(project) if fact.kind == "tests"}
    if "pytest" in tests:
        return _convention(project, "pytest", tests["pytest"])
    if manage := next(project.matching("manage.py", "*/manage.py"), ""):
        line = f"python {project.relative(manage)} test"
        return _tool(project, line, Evidence(manage, 1, "present"))
    if "unittest" in tests:
        return _convention(project, "python -m unittest", tests["unittest"])
    return None


def _migrations(project: Project) -> Command | None:
    if ini := next(project.matching("alembic.ini", "*/alembic.ini"), ""):
        relative = project.relative(ini)
        option = "" if relative == "alembic.ini" else f"-c {relative} "
        return _tool(project, f"alembic {option}upgrade head", Evidence(ini, 1, "present"))
    if setting := project.manifest.setting("alembic"):
        return _tool(project, "alembic upgrade head", setting.evidence)
    if manage := next(project.matching("manage.py", "*/manage.py"), ""):
        line = f"python {project.relative(manage)} migrate"
        return _tool(project, line, Evidence(manage, 1, "present"))
    flask = project.usage.app("Flask")
    if flask and (declared := project.requirements("python", "flask-migrate")):
        line = f"flask --app {target(project, flask)} db upgrade"
        return _tool(project, line, declared[0].evidence)
    if setting := project.manifest.setting("aerich"):
        return _tool(project, "aerich upgrade", setting.evidence)
    return None


def _worker(project: Project) -> Command | None:
    for library, line in _WORKERS.items():
        if app := project.usage.app(library):
            worker = f"{python_runner(project)}{_filled(line, project, app)}"
            return Command(worker, "the source code", app.evidence)
    if actors := project.usage.imports.get(("python", "service", "dramatiq")):
        worker = f"{python_runner(project)}dramatiq {module_of(project, actors[0].path)}"
        return Command(worker, "the source code", actors[0])
    if declared := project.requirements("python", "rq"):
        return Command(f"{python_runner(project)}rq worker", "convention", declared[0].evidence)
    return None


def _filled(line: str, project: Project, app: App) -> str:
    module = module_of(project, app.path)
    celery = module if app.attribute in _CELERY_NAMES else target(project, app)
    return line.format(celery=celery, module=module, attribute=app.attribute)


def _tool(project: Project, line: str, evidence: Evidence | None) -> Command | None:
    return (
        Command(f"{python_runner(project)}{line}", "the tool's own file", evidence)
        if evidence
        else None
    )


def _convention(project: Project, line: str, fact: Fact) -> Command:
    return Command(f"{python_runner(project)}{line}", "convention", fact.evidence[0])
