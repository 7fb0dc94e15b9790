"""Templates to text: strict Jinja, then one pinned ruff over all Python."""

import subprocess
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError
from ruff.__main__ import find_ruff_bin  # type: ignore[import-untyped]  # it has no types

from backstay.build.files.lay_out import lay_out
from backstay.build.folding import folded, is_wide

TEMPLATES = Path(__file__).parent / "templates"
RULES = "I,F401"
LINE = "100"
STYLE = "format.skip-magic-trailing-comma=true"
EXCUSE = "names of the contract are this long"
JOINED = "lint.isort.split-on-trailing-comma=false"


class RenderError(Exception):
    """A template or the formatter failed: a defect of Backstay's, never of the contract."""


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 the output is Python and YAML, never HTML
    )


def context_of(*views: Any) -> dict[str, Any]:
    """The fields of frozen views as one namespace; views that say the same must agree."""
    found: dict[str, Any] = {}
    for view in views:
        for field in fields(view):
            value = getattr(view, field.name)
            if found.get(field.name, value) != value:
                raise RenderError(f"two views disagree on `{field.name}`")
            found[field.name] = value
    return found


def render(template: str, context: Mapping[str, Any]) -> str:
    """One template's text. Raises: RenderError, naming the template."""
    try:
        return _environment().get_template(template).render(context)
    except TemplateError as error:
        raise RenderError(f"template {template}: {error}") from error


def path_of(template: str, context: Mapping[str, Any]) -> str:
    """Where a template's output goes: its own path, without `.jinja`."""
    named = _named(template).render(context) if "{{" in template else template
    return named.removesuffix(".jinja")


@cache
def _named(template: str) -> Template:
    return _environment().from_string(template)


def formatted(texts: Mapping[str, str], package: str) -> dict[str, str]:
    """The same texts, Python sorted and wrapped; isolated, without cache, first party said."""
    python = {path: text for path, text in texts.items() if path.endswith(".py")}
    with TemporaryDirectory(prefix="backstay-") as folder:
        lay_out(Path(folder), {path: text.encode() for path, text in python.items()})
        first_party = f'lint.isort.known-first-party=["{package}", "tests"]'
        common = ["--isolated", "--no-cache", "--quiet", "--target-version", "py311"]
        common += ["--line-length", LINE, "--config", STYLE]
        sorting = ["--select", RULES, "--config", first_party, "--config", JOINED]
        _ruff(["check", "--fix", *sorting, *common, "."], folder)
        _ruff(["format", *common, "."], folder)
        done = {path: folded(_read(folder, path)) for path in python}
        wide = {path: text for path, text in done.items() if is_wide(text)}
        if wide:
            done |= _excused(wide, folder, common)
    return {**texts, **done}


def _excused(texts: Mapping[str, str], folder: str, common: list[str]) -> dict[str, str]:
    """The same texts; lines that nothing can fold say themselves why they are too long."""
    for path, text in texts.items():
        Path(folder, path).write_text(text, encoding="utf-8")
    _ruff(["check", "--select", "E501", f"--add-noqa={EXCUSE}", *common, "."], folder)
    _ruff(["format", *common, "."], folder)
    return {path: _read(folder, path) for path in texts}


def _read(folder: str, path: str) -> str:
    return Path(folder, path).read_text(encoding="utf-8")


def ruff_version() -> str:
    """The formatter's version, recorded with what it has written."""
    return _ruff(["--version"]).strip()


def _ruff(arguments: list[str], folder: str = ".") -> str:
    """Run ruff inside the folder: it would take packages beside its own for first-party ones."""
    command = [find_ruff_bin(), *arguments]
    done = subprocess.run(  # noqa: S603 the pinned formatter, no shell
        command, capture_output=True, text=True, check=False, cwd=folder
    )
    if done.returncode:
        raise RenderError(f"ruff {arguments[0]} failed:\n{done.stdout}{done.stderr}".rstrip())
    return done.stdout
