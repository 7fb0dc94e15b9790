"""Parses files that somebody else wrote, which may be anything, and takes only expected types."""

import ast
import json
import re
import tomllib
import warnings
from collections.abc import Mapping
from typing import Any

_PLACE = re.compile(r" \(at line (\d+), column \d+\)")


class ParseError(ValueError):
    """A file that is not what its name says; `line` is where, or 1."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def parse_toml(text: str) -> Mapping[str, Any]:
    """A TOML document; ParseError when it is none."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _PLACE.search(str(error))
        message = _PLACE.sub("", str(error))
        raise ParseError(f"not valid TOML: {message}", int(found[1]) if found else 1) from error


def parse_json(text: str) -> Mapping[str, Any]:
    """A JSON object; ParseError when it is none."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise ParseError(f"not valid JSON: {error.msg}", error.lineno) from error
    except RecursionError as error:
        raise ParseError("not readable as JSON: nested too deeply") from error
    if not isinstance(value, dict):
        raise ParseError("not a JSON object")
    return value


def parse_python(content: str) -> ast.Module:
    """A syntax tree; ParseError, with the line, when it is not the Python that runs here."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a foreign file's odd escapes are not ours to report
            return ast.parse(content)
    except SyntaxError as error:
        raise ParseError(f"not valid Python: {error.msg}", error.lineno or 1) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise ParseError(f"not readable as Python: {error}") from error


def table(value: Any, *keys: str) -> Mapping[str, Any]:
    """The mapping at a path of keys; empty when there is none."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def texts(value: Any) -> tuple[str, ...]:
    """The strings of a list; empty when it is no list."""
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def text(value: Any) -> str:
    """A string; empty when it is none."""
    return value if isinstance(value, str) else ""
