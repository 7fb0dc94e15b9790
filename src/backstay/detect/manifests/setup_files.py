"""Reads setup.py and setup.cfg as text: what install_requires lists, and nothing is executed."""

import ast
import configparser
from collections.abc import Iterator

from backstay.detect.locate import text_line
from backstay.detect.manifests.model import Group, Manifest, Requirement, Setting, group_of
from backstay.detect.manifests.pep508 import requirement
from backstay.detect.model import Evidence
from backstay.detect.parsing import ParseError, parse_python


def read_setup_py(content: str, path: str) -> Manifest:
    """The literal lists of a `setup(...)` call; what is computed stays unknown."""
    found: list[Requirement | None] = []
    for call in ast.walk(parse_python(content)):
        if not (isinstance(call, ast.Call) and ast.unparse(call.func).endswith("setup")):
            continue
        for keyword in call.keywords:
            if keyword.arg == "install_requires":
                found += _literals(keyword.value, path, "main")
            elif keyword.arg == "extras_require" and isinstance(keyword.value, ast.Dict):
                for key, value in zip(keyword.value.keys, keyword.value.values, strict=True):
                    found += _literals(value, path, group_of(_literal(key)))
    return Manifest(tuple(one for one in found if one))


def read_setup_cfg(content: str, path: str) -> Manifest:
    """`install_requires`, extras, `python_requires` and pytest's section of a setup.cfg."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(content)
    except configparser.Error as error:
        message = error.message.splitlines()[0].rstrip(".")
        raise ParseError(f"not readable: {message}", getattr(error, "lineno", 1)) from error
    found: list[Requirement | None] = []
    if parser.has_section("options"):
        found += _listed(parser.get("options", "install_requires", fallback=""), content, path)
    if parser.has_section("options.extras_require"):
        for name, listed in parser.items("options.extras_require"):
            found += _listed(listed, content, path, group_of(name))
    settings = []
    if parser.has_section("tool:pytest"):
        line = text_line(content, "[tool:pytest]")
        settings.append(Setting("pytest", Evidence(path, line, "configured")))
    if version := parser.get("options", "python_requires", fallback=""):
        evidence = Evidence(path, text_line(content, "python_requires"))
        settings.append(Setting("python", evidence, version))
    return Manifest(tuple(one for one in found if one), settings=tuple(settings))


def _literal(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _literals(node: ast.expr, path: str, group: Group) -> Iterator[Requirement | None]:
    """What the lists in an expression hold; `["flask"] + MORE` has one that can be read."""
    items = [item for one in ast.walk(node) for item in getattr(one, "elts", ())]
    for item in sorted(items, key=lambda item: (item.lineno, item.col_offset)):
        if written := _literal(item):
            yield requirement(written, Evidence(path, item.lineno), group)


def _listed(
    listed: str, content: str, path: str, group: Group = "main"
) -> Iterator[Requirement | None]:
    for written in listed.split("\n"):
        if written.strip() and not written.strip().startswith("#"):
            yield requirement(written, Evidence(path, text_line(content, written)), group)
