"""What a manifest declares: requirements, scripts, settings and the runtime that it asks for."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import Literal

from backstay.detect.model import Evidence, Notice

Ecosystem = Literal["python", "node", "go", "rust", "java", "ruby"]
Group = Literal["main", "dev", "optional"]

_DEV_WORDS = frozenset(
    {"dev", "develop", "development", "test", "tests", "testing", "lint", "docs", "doc", "typing"}
    | {"types", "ci", "check", "checks", "examples", "build", "bench", "local", "tools"}
)


@dataclass(frozen=True, slots=True)
class Requirement:
    """One dependency; `name` in the ecosystem's normal form, `spec` as written after it."""

    ecosystem: Ecosystem
    name: str
    evidence: Evidence
    spec: str = ""
    group: Group = "main"


@dataclass(frozen=True, slots=True)
class Script:
    """A named command of the project; `runner` is what a person types before the name."""

    ecosystem: Ecosystem
    name: str
    runner: str
    evidence: Evidence
    body: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """A tool that is configured, or a file that says something by being there."""

    name: str
    evidence: Evidence
    value: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that one or more files declare."""

    requirements: tuple[Requirement, ...] = ()
    scripts: tuple[Script, ...] = ()
    settings: tuple[Setting, ...] = ()
    notices: tuple[Notice, ...] = ()

    def setting(self, name: str) -> Setting | None:
        """The first setting of that name."""
        return next((one for one in self.settings if one.name == name), None)


Reader = Callable[[str, str], Manifest]


def join(manifests: Iterable[Manifest]) -> Manifest:
    """Many manifests as one, in the order given."""
    parts = tuple(manifests)
    return Manifest(
        **{
            field.name: tuple(one for part in parts for one in getattr(part, field.name))
            for field in fields(Manifest)
        }
    )


def unreadable(path: str, line: int, what: str) -> Manifest:
    """A manifest that could not be parsed: nothing but the notice that says so."""
    return Manifest(notices=(Notice("warning", what, path, max(line, 1)),))


def group_of(name: str) -> Group:
    """What kind of group a name speaks of: `dev` and the like, else `optional`."""
    words = re.split(r"[^a-z]+", name.lower())
    return "dev" if _DEV_WORDS.intersection(words) else "optional"
