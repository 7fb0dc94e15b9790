"""`/api security`: what rules and contract say about safety, each with its remedy (R-225)."""

from dataclasses import dataclass
from pathlib import Path

from backstay.agent.work.ports import Check, Found
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.operations import operations

# the rules about safety, by the group of their ids
GROUPS = ("SEC", "CFG")


@dataclass(frozen=True, slots=True)
class Audit:
    """Findings with remedies; `open` needs no sign-in; `not_run` says what was not run."""

    found: tuple[Found, ...]
    open: tuple[str, ...]
    not_run: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether everything ran and nothing was found."""
        return not self.found and not self.not_run


def audit(root: Path, blueprint: Blueprint | None, check: Check) -> Audit:
    """Look for holes without running anything of the project."""
    checked = check(root, ())
    found = tuple(
        one
        for one in checked.found
        if one.level == "error" and (one.rule.startswith(GROUPS) or one.rule == "unproven")
    )
    not_run = [] if checked.ran else [checked.why]
    not_run.append("attacks on the running service: `backstay prove`, or `backstay api test`")
    opened = (
        [f"{one.method} {one.path}" for one in operations(blueprint) if one.public]
        if (blueprint)
        else []
    )
    return Audit(found, tuple(opened), tuple(not_run))
