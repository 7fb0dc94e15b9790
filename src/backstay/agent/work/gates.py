"""Connects the ports to the engines of this installation; where one is absent, that is said."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from backstay.agent.work.ports import Check, Checked, Prove, Proven

CHECK = "backstay.agent.work.checking"
PROVE = "backstay.agent.work.proving"


def check(root: Path, paths: tuple[str, ...] = ()) -> Checked:
    """The rules over a project, or over some of its files."""
    engine: Check | None = _engine(CHECK, "check")
    return engine(root, paths) if engine else Checked(ran=False, why="`backstay check` is absent")


def prove(root: Path) -> Proven:
    """The proof of a project's contract."""
    engine: Prove | None = _engine(PROVE, "prove")
    return engine(root) if engine else Proven(why="unproven: `backstay prove` is absent")


def _engine(module: str, name: str) -> Callable[..., Any] | None:
    if find_spec(module) is None:
        return None
    engine: Callable[..., Any] = getattr(import_module(module), name)
    return engine
