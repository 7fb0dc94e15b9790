"""Reads package.json: dependencies by group, scripts, engines and the package manager."""

from collections.abc import Iterator, Mapping
from typing import Any

from backstay.detect.locate import Path, json_lines
from backstay.detect.manifests.model import Group, Manifest, Requirement, Script, Setting
from backstay.detect.model import Evidence
from backstay.detect.parsing import parse_json, table, text

_GROUPS: tuple[tuple[str, Group], ...] = (
    ("dependencies", "main"),
    ("optionalDependencies", "optional"),
    ("peerDependencies", "optional"),
    ("devDependencies", "dev"),
)
# what `npm init` writes; it fails by design and tests nothing
_NO_TESTS = "no test specified"


def read(content: str, path: str) -> Manifest:
    """What one package.json declares; ParseError when it is no JSON object."""
    document = parse_json(content)
    lines = json_lines(content)

    def at(*keys: str) -> Evidence:
        return Evidence(path, lines.get(keys, 1))

    requirements = (
        Requirement("node", name, at(key, name), text(spec), group)
        for key, group in _GROUPS
        for name, spec in table(document, key).items()
    )
    scripts = (
        Script("node", name, "", Evidence(path, at("scripts", name).line, "configured"), text(body))
        for name, body in table(document, "scripts").items()
        if text(body) and _NO_TESTS not in text(body)
    )
    settings = tuple(_settings(document, lines, path))
    return Manifest(tuple(requirements), tuple(scripts), settings)


def _settings(
    document: Mapping[str, Any], lines: Mapping[Path, int], path: str
) -> Iterator[Setting]:
    """`node` (the engine asked for), `manager` (as npm, pnpm, yarn, bun), `workspaces`."""
    if version := text(table(document, "engines").get("node")):
        yield Setting("node", Evidence(path, lines.get(("engines", "node"), 1)), version)
    if manager := text(document.get("packageManager")):
        evidence = Evidence(path, lines.get(("packageManager",), 1), "configured")
        yield Setting("manager", evidence, manager.partition("@")[0])
    if document.get("workspaces"):
        evidence = Evidence(path, lines.get(("workspaces",), 1), "configured")
        yield Setting("workspaces", evidence)
