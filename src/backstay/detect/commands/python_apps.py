"""How a Python web app is started for development, from where its code constructs it."""

from backstay.detect.commands.runners import python_runner
from backstay.detect.model import Command
from backstay.detect.project import Project
from backstay.detect.usage.model import App

ASGI = ("FastAPI", "Litestar", "Starlette", "Quart")
_SERVERS = {
    "uvicorn": "uvicorn {target} --reload",
    "granian": "granian --interface asgi --reload {target}",
    "hypercorn": "hypercorn --reload {target}",
}
# extras that bring uvicorn along
_WITH_UVICORN = ("[standard", "[all")


def served(project: Project) -> Command | None:
    """The development server of the project's own framework; None when it cannot be told."""
    if manage := next(project.matching("manage.py", "*/manage.py"), ""):
        evidence = project.present(project.relative(manage))
        runner = f"{python_runner(project)}python {project.relative(manage)}"
        return Command(f"{runner} runserver", "the tool's own file", evidence) if evidence else None
    if app := project.usage.app("Flask"):
        return _command(f"flask --app {target(project, app)} run --debug", project, app)
    if app := project.usage.app("Sanic"):
        return _command(f"sanic {target(project, app)} --dev", project, app)
    if (app := project.usage.app(*ASGI)) and (line := _asgi(project, app)):
        return _command(line, project, app)
    return None


def target(project: Project, app: App) -> str:
    """`package.module:attribute`, as servers and workers take it."""
    return f"{module_of(project, app.path)}:{app.attribute}"


def module_of(project: Project, path: str) -> str:
    """The dotted module of a file; `src/` falls away unless it is a package itself."""
    relative = project.relative(path).removesuffix(".py").removesuffix("/__init__")
    if relative.startswith("src/") and not project.present("src/__init__.py"):
        relative = relative.removeprefix("src/")
    return relative.replace("/", ".")


def _asgi(project: Project, app: App) -> str:
    server = _server(project)
    if not server:
        return ""
    line = _SERVERS[server].format(target=target(project, app))
    if app.factory:
        line += " --factory"
    in_src = project.relative(app.path).startswith("src/")
    packaged = project.present("src/__init__.py") or project.manifest.setting("installable")
    if server == "uvicorn" and in_src and not packaged:
        line += " --app-dir src"
    return line


def _server(project: Project) -> str:
    """The ASGI server that is declared; `fastapi[standard]` brings uvicorn."""
    for name in _SERVERS:
        if project.requirements("python", name):
            return name
    frameworks = project.requirements("python", "fastapi", "litestar")
    return "uvicorn" if any(one.spec.startswith(_WITH_UVICORN) for one in frameworks) else ""


def _command(line: str, project: Project, app: App) -> Command:
    return Command(f"{python_runner(project)}{line}", "the source code", app.evidence)
