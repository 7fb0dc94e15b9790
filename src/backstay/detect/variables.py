"""The eleven template variables of R-212, each with a value or with the reason why it has none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from shlex import quote

from backstay.detect.commands.names import Purpose
from backstay.detect.facts.languages import ECOSYSTEM
from backstay.detect.model import (
    NONE,
    Command,
    Directory,
    Evidence,
    Fact,
    Kind,
    Role,
    Variable,
)

_STACK: tuple[Kind, ...] = (
    *("language", "framework", "orm", "database", "migrations", "worker", "tests", "packages"),
)
_ROLES: Mapping[str, Role] = {
    "src_dirs": "source",
    "services_dirs": "services",
    "models_dirs": "models",
    "utils_dirs": "utils",
}
_COMMANDS: Mapping[str, tuple[Purpose, Kind]] = {
    "dev_command": ("dev", "framework"),
    "test_command": ("test", "tests"),
    "migration_command": ("migration", "migrations"),
    "worker_command": ("worker", "worker"),
}
_WORDS: Mapping[Kind, str] = {
    "framework": "web framework",
    "orm": "object-relational mapper",
    "tests": "test tool",
    "migrations": "migration tool",
    "worker": "background job library",
}
_ROLE_WORDS: Mapping[Role, str] = {
    "source": "source file of a language that is known here",
    "services": "folder or module named services, usecases or the like",
    "models": "folder or module named models or entities",
    "utils": "folder or module named utils, helpers, lib, common or shared",
}
NAMES = ("tech_stack", "backend_framework", "orm_system", *_ROLES, *_COMMANDS)


@dataclass(frozen=True, slots=True)
class Found:
    """What the variables are made of; `root` is the project's folder, `.` for the survey's."""

    root: str
    facts: Sequence[Fact]
    directories: Sequence[Directory]
    commands: Mapping[Purpose, Command]


def fill(found: Found) -> tuple[Variable, ...]:
    """All eleven, in the order in which the template names them."""
    return (
        _stack(found),
        _named(found, "backend_framework", "framework"),
        _named(found, "orm_system", "orm"),
        *(_folders(found, name, role) for name, role in _ROLES.items()),
        *(_command(found, name, *wanted) for name, wanted in _COMMANDS.items()),
    )


def _of(found: Found, kind: Kind) -> list[Fact]:
    return [fact for fact in found.facts if fact.kind == kind]


def _stack(found: Found) -> Variable:
    facts = [fact for kind in _STACK for fact in _of(found, kind)]
    # a language carries its version; of the rest the name says enough
    names = [_with_version(fact) if fact.kind == "language" else fact.name for fact in facts]
    reason = (
        "languages, then libraries by kind" if facts else "no manifest and no source code found"
    )
    return _variable("tech_stack", dict.fromkeys(names), reason, facts)


def _with_version(fact: Fact) -> str:
    on = "on Node " if fact.version and ECOSYSTEM[fact.name] == "node" else ""
    return f"{fact.name} {on}{fact.version}".strip()


def _named(found: Found, name: str, kind: Kind) -> Variable:
    facts = _of(found, kind)
    reason = (
        "declared or used by the service" if facts else f"no {_WORDS[kind]} is declared or used"
    )
    return _variable(name, [fact.name for fact in facts], reason, facts)


def _folders(found: Found, name: str, role: Role) -> Variable:
    mine = [one for one in found.directories if one.role == role]
    reason = "by name, with source files inside" if mine else f"no {_ROLE_WORDS[role]}"
    value = ", ".join(one.path for one in mine) or NONE
    return Variable(name, value, reason, tuple(one.evidence for one in mine))


def _command(found: Found, name: str, purpose: Purpose, kind: Kind) -> Variable:
    if command := found.commands.get(purpose):
        text = command.text if found.root == "." else f"cd {quote(found.root)} && {command.text}"
        return Variable(name, text, f"from {command.origin}", (command.evidence,))
    facts = _of(found, kind)
    if not facts:
        return Variable(name, NONE, f"no {_WORDS[kind]} is declared or used")
    names = ", ".join(fact.name for fact in facts)
    reason = f"{names} found, but no file of the project shows how it is started"
    return Variable(name, NONE, reason, _lines(facts))


def _variable(
    name: str, names: Sequence[str] | Mapping[str, None], reason: str, facts: Sequence[Fact]
) -> Variable:
    return Variable(name, ", ".join(names) or NONE, reason, _lines(facts))


def _lines(facts: Sequence[Fact]) -> tuple[Evidence, ...]:
    return tuple(line for fact in facts for line in fact.evidence)
