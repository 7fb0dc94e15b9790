"""Commands that the project declares by name: for Backstay itself, and as package scripts."""

from backstay.detect.commands.names import Purpose, first_name, plain
from backstay.detect.commands.runners import node_manager, python_runner
from backstay.detect.manifests.own_file import NAME
from backstay.detect.model import Command
from backstay.detect.project import Project


def configured(project: Project, purpose: Purpose) -> Command | None:
    """`[commands]` in backstay.toml: `dev`, `test`, `migration`, `worker`."""
    setting = project.manifest.setting(f"command {purpose}")
    written = plain(setting.value) if setting else ""
    return Command(written, NAME, setting.evidence) if setting and written else None


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
