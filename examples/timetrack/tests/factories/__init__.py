"""Rows for tests: what a client sends, and how to get one stored."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

Body = Callable[[], dict[str, Any]]


def bodies() -> dict[str, Body]:
    """A good body for each operation that takes one, from every file of this folder."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return {name: body for module in modules for name, body in module.BODIES.items()}
