"""Always, ask first, never, as conditions on what a task has changed (R-204, R-231)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from backstay.agent.activation.globs import matches
from backstay.agent.definitions.model import Boundaries
from backstay.agent.policy.writes import GATE, MIGRATIONS, PROSE

Tier = Literal["always", "ask_first", "never"]
_MANIFESTS = ("pyproject.toml", "requirements*.txt", "package.json", "Pipfile", "setup.cfg")
_SHARED = ("**/core/**", "**/utils/**", "**/dependencies/auth.py", "**/security.py", "**/base.py")
_STRUCTURE = ("alembic.ini", "Dockerfile", "docker-compose.y*ml", ".github/workflows/**")


@dataclass(frozen=True, slots=True)
class Work:
    """What a task did: paths by whether they were there before, and whether gates ran.

    `folders` are packages of source that were not there before. `approved` are the names of
    boundaries that a person has agreed to.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    checked: bool = False
    tested: bool = False
    approved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Breach:
    """A boundary that the work does not keep; one of `ask_first` may be approved."""

    tier: Tier
    boundary: str
    message: str


Check = Callable[[Work], str]


def _touched(globs: tuple[str, ...], words: str, *, added: bool = True) -> Check:
    def check(work: Work) -> str:
        paths = (*work.changed, *(work.added if added else ()))
        found = [one for one in paths if any(matches(glob, one, (".",)) for glob in globs)]
        return f"{words}: {', '.join(found[:5])}" if found else ""

    return check


def _architecture(work: Work) -> str:
    if work.folders:
        return f"new packages: {', '.join(work.folders[:5])}"
    return _touched(_STRUCTURE, "how the service is built or run changes")(work)


CHECKS: Mapping[str, Check] = {
    "run the checks": lambda work: "" if work.checked else "`backstay check` has not run",
    "run the tests": lambda work: "" if work.tested else "the project's tests have not run",
    "new dependency": _touched(_MANIFESTS, "dependencies may change"),
    "architecture change": _architecture,
    "shared service change": _touched(_SHARED, "what others build on changes", added=False),
    "prose files": _touched(PROSE, "a specialist wrote prose"),
    "gate configuration": _touched(GATE, "files of the gate are changed"),
    "edited migration": _touched(MIGRATIONS, "a migration that exists is changed", added=False),
}


def breaches(boundaries: Boundaries, work: Work) -> Iterator[Breach]:
    """Every boundary that is not kept, the tiers in their order; unknown ones are not judged."""
    tiers: tuple[tuple[Tier, tuple[str, ...]], ...] = (
        ("always", boundaries.always),
        ("ask_first", boundaries.ask_first),
        ("never", boundaries.never),
    )
    for tier, listed in tiers:
        for boundary in listed:
            check = CHECKS.get(boundary.casefold())
            if check is None or (tier == "ask_first" and boundary in work.approved):
                continue
            if message := check(work):
                yield Breach(tier, boundary, message)


def unchecked(boundaries: Boundaries) -> tuple[str, ...]:
    """Boundaries in prose that nothing here can check: said, never silently kept."""
    listed = (*boundaries.always, *boundaries.ask_first, *boundaries.never)
    return tuple(one for one in listed if one.casefold() not in CHECKS)
