"""Commands that the project declares by name: for Backstay itself, and as package scripts."""

from backstay.detect.commands.names import Purpose, first_name, plain
from backstay.detect.commands.runners import node_manager, python_runner
from backstay.detect.locate import toml_line
from backstay.detect.model import Command, Evidence
from backstay.detect.parsing import ParseError, parse_toml, table, text
from backstay.detect.project import Project

CONFIGURATION = "backstay.toml"


def configured(project: Project, purpose: Purpose) -> Command | None:
    """`[commands]` in backstay.toml: `dev`, `test`, `migration`, `worker`."""
    path = next(project.matching(CONFIGURATION), "")
    content = project.tree.read(path) if path else None
    if content is None:
        return None
    try:
        written = plain(text(table(parse_toml(content), "commands").get(purpose)))
    except ParseError:
        return None  # the survey already says that the file is broken
    evidence = Evidence(path, toml_line(content, "commands", purpose), "configured")
    return Command(written, CONFIGURATION, evidence) if written else None


def scripted(ecosystem: str, project: Project, purpose: Purpose) -> Command | None:
    """A script of package.json, Poe, Taskipy, PDM, Hatch or Pipenv, for one ecosystem."""
    scripts = {one.name: one for one in project.manifest.scripts if one.ecosystem == ecosystem}
    name = first_name(purpose, scripts)
    if not name:
        return None
    script = scripts[name]
    runner = script.runner
    if not runner:
        manager = node_manager(project)
        runner = manager if (manager, name) == ("npm", "test") else f"{manager} run"
    elif " " not in runner:
        runner = f"{python_runner(project)}{runner}"
    return Command(f"{runner} {name}", "a package script", script.evidence)
