"""How a tool is called inside a project's own environment: `uv run`, `npx` and the like."""

from collections.abc import Mapping

from backstay.detect.facts.packages import FAMILY, package_facts
from backstay.detect.project import Project

_PYTHON: Mapping[str, str] = {
    "uv": "uv run ",
    "poetry": "poetry run ",
    "pdm": "pdm run ",
    "pipenv": "pipenv run ",
    "hatch": "hatch run ",
}
_NODE: Mapping[str, str] = {"npm": "npx ", "pnpm": "pnpm exec ", "yarn": "yarn ", "bun": "bunx "}


def python_runner(project: Project) -> str:
    """What stands before a Python tool, with its blank; empty where the environment is active."""
    return _PYTHON.get(_manager(project, "python"), "")


def node_runner(project: Project) -> str:
    """What stands before a Node tool, with its blank."""
    return _NODE[node_manager(project)]


def node_manager(project: Project) -> str:
    """`npm`, `pnpm`, `yarn` or `bun`."""
    return _manager(project, "node") or "npm"


def _manager(project: Project, family: str) -> str:
    return next((one.name for one in package_facts(project) if FAMILY[one.name] == family), "")
