"""Reads pyproject.toml and Pipfile: PEP 621 and 735, Poetry, PDM, uv, Hatch, Poe, Taskipy."""

from collections.abc import Iterator, Mapping
from typing import Any

from backstay.detect.locate import toml_key, toml_table, toml_text
from backstay.detect.manifests.model import Group, Manifest, Requirement, Script, Setting, group_of
from backstay.detect.manifests.pep508 import normal_name, requirement
from backstay.detect.model import Evidence
from backstay.detect.parsing import parse_toml, table, text, texts

# tables that show that a tool is used; `tool.hatch.build` alone only says how a wheel is made
_TOOLS = {
    "poetry": ("tool.poetry",),
    "uv": ("tool.uv",),
    "pdm": ("tool.pdm.scripts", "tool.pdm.dev-dependencies"),
    "hatch": ("tool.hatch.envs",),
    "pytest": ("tool.pytest",),
    "alembic": ("tool.alembic",),
    "aerich": ("tool.aerich",),
}
_GROUPS = ("project.optional-dependencies", "dependency-groups", "tool.pdm.dev-dependencies")
_SCRIPTS = (
    ("tool.poe.tasks", "poe"),
    ("tool.taskipy.tasks", "task"),
    ("tool.pdm.scripts", "pdm run"),
    ("tool.hatch.envs.default.scripts", "hatch run"),
    ("scripts", "pipenv run"),  # Pipfile
)


def read(content: str, path: str) -> Manifest:
    """What a pyproject.toml or a Pipfile declares; ParseError when it is no TOML."""
    document = parse_toml(content)
    return Manifest(
        tuple(_requirements(document, content, path)),
        tuple(_scripts(document, content, path)),
        tuple(_settings(document, content, path)),
    )


def _requirements(document: Mapping[str, Any], content: str, path: str) -> Iterator[Requirement]:
    for where, group, written in _written(document):
        line = toml_text(content, where, written)
        if found := requirement(written, Evidence(path, line), group):
            yield found
    for where, group, name, spec in _keyed(document):
        if name != "python":
            evidence = Evidence(path, toml_key(content, where, name))
            yield Requirement("python", normal_name(name), evidence, spec, group)


def _written(document: Mapping[str, Any]) -> Iterator[tuple[str, Group, str]]:
    """Requirements in PEP 508 form: the table they stand in, their group, their text."""
    for one in texts(table(document, "project").get("dependencies")):
        yield "project", "main", one
    for where in _GROUPS:
        for name, listed in table(document, *where.split(".")).items():
            group: Group = group_of(name) if where.startswith("project") else "dev"
            for one in texts(listed):
                yield where, group, one
    for one in texts(table(document, "tool", "uv").get("dev-dependencies")):
        yield "tool.uv", "dev", one
    for name, environment in table(document, "tool", "hatch", "envs").items():
        for one in texts(table(environment).get("dependencies")):
            yield f"tool.hatch.envs.{name}", "main" if name == "default" else "dev", one


def _keyed(document: Mapping[str, Any]) -> Iterator[tuple[str, Group, str, str]]:
    """Requirements as keys (Poetry, Pipfile): their table, group, name and version."""
    tables: list[tuple[str, Group]] = [
        ("tool.poetry.dependencies", "main"),
        ("tool.poetry.dev-dependencies", "dev"),
        ("packages", "main"),
        ("dev-packages", "dev"),
    ]
    tables += (
        (f"tool.poetry.group.{name}.dependencies", group_of(name))
        for name in table(document, "tool", "poetry", "group")
    )
    for where, group in tables:
        for name, value in table(document, *where.split(".")).items():
            optional = bool(table(value).get("optional"))
            version = text(value) or text(table(value).get("version"))
            spec = "" if version in ("", "*") else version
            yield where, "optional" if optional else group, name, spec


def _scripts(document: Mapping[str, Any], content: str, path: str) -> Iterator[Script]:
    for where, runner in _SCRIPTS:
        if where == "scripts" and not path.endswith("Pipfile"):
            continue
        for name, value in table(document, *where.split(".")).items():
            body = text(value) or text(table(value).get("cmd")) or text(table(value).get("shell"))
            evidence = Evidence(path, toml_key(content, where, name), "configured")
            yield Script("python", name, runner, evidence, body)


def _settings(document: Mapping[str, Any], content: str, path: str) -> Iterator[Setting]:
    for tool, tables in _TOOLS.items():
        for where in tables:
            if table(document, *where.split(".")):
                line = toml_table(content, where)
                yield Setting(tool, Evidence(path, line, "configured"))
    if "build-system" in document:
        evidence = Evidence(path, toml_table(content, "build-system"), "configured")
        yield Setting("installable", evidence)
    poetry = table(document, "tool", "poetry", "dependencies").get("python")
    for where, key, value in (
        ("project", "requires-python", text(table(document, "project").get("requires-python"))),
        ("tool.poetry.dependencies", "python", text(poetry)),
        ("requires", "python_version", text(table(document, "requires").get("python_version"))),
    ):
        if value:
            yield Setting("python", Evidence(path, toml_key(content, where, key)), value)
