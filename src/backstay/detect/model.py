"""What detection finds: facts about a foreign project, each with the lines that show it."""

from dataclasses import dataclass
from typing import Literal

How = Literal["declared", "configured", "used", "present"]
Level = Literal["error", "warning", "info"]
Kind = Literal[
    "language",
    "packages",
    "framework",
    "orm",
    "database",
    "migrations",
    "worker",
    "tests",
    "typescript",
]
Role = Literal["source", "routes", "services", "models", "utils", "tests", "migrations"]

NONE = "none"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """One line of the project, counted from 1; a mere presence is line 1 of the file."""

    path: str
    line: int
    how: How = "declared"

    def __str__(self) -> str:
        """The form that editors open: `path:line`."""
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the project has; `version` as written, empty where nothing is written."""

    kind: Kind
    name: str
    evidence: tuple[Evidence, ...]
    version: str = ""


@dataclass(frozen=True, slots=True)
class Directory:
    """A folder, or a module file that stands for one, in the role that its name gives it."""

    role: Role
    path: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Command:
    """A command as a person would type it at the profile's root; never run here.

    `origin` says which level of the precedence it came from (decision 0031).
    """

    text: str
    origin: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Variable:
    """One template variable (R-212), always resolved: where nothing is found, `none` and why."""

    name: str
    value: str
    reason: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def found(self) -> bool:
        """Whether the project said anything."""
        return self.value != NONE


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the reader should know: an unreadable manifest, an old runtime, a limit."""

    level: Level
    message: str
    path: str = ""
    line: int = 0

    def __str__(self) -> str:
        """`path:line: level: message`, as compilers print it."""
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        return f"{place}{self.level}: {self.message}"


@dataclass(frozen=True, slots=True)
class Profile:
    """One project: a folder with a manifest, or the root itself; paths are relative to the survey.

    `root` is `.` for the survey's own folder. `language` is the language of the backend, or of
    most source files, or `none`.
    """

    root: str
    language: str
    facts: tuple[Fact, ...]
    directories: tuple[Directory, ...]
    variables: tuple[Variable, ...]
    notices: tuple[Notice, ...] = ()

    def of(self, kind: Kind) -> tuple[Fact, ...]:
        """The facts of one kind, the most important first."""
        return tuple(fact for fact in self.facts if fact.kind == kind)

    def variable(self, name: str) -> Variable:
        """The variable of that name; KeyError when it is not one of the eleven."""
        for variable in self.variables:
            if variable.name == name:
                return variable
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Survey:
    """All projects under one root, outermost first."""

    root: str
    profiles: tuple[Profile, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def main(self) -> Profile:
        """The backend: the first profile with a framework, else the first of all."""
        return next((one for one in self.profiles if one.of("framework")), self.profiles[0])
