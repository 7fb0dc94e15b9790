"""The contract in ten lines: what a session begins with, also after its memory was cut."""

from pathlib import Path

from backstay.blueprint import ContractError, load
from backstay.blueprint.operations import operations

LINES = 10


def digest(root: Path) -> str:
    """At most ten lines; empty where there is no contract that can be read."""
    try:
        blueprint = load(root / "backstay.yaml")
    except ContractError:
        return ""
    names = [one.name for one in blueprint.resources]
    lines = [
        f"This project is built from backstay.yaml: {blueprint.service} {blueprint.version}.",
        f"Resources: {', '.join(names)}. Roles: {', '.join(blueprint.roles)}.",
        f"{len(operations(blueprint))} operations; p95 under {blueprint.objective.p95} ms.",
        "Change the contract and run `backstay build` instead of writing what it builds.",
        "Ask `backstay_find_existing` before each new function or class.",
        "Findings come after each edit; mend them, do not work around them.",
        "Before you stop: no finding in `backstay check --changed`.",
        "Hand in with `backstay_return`; figures come from `backstay prove` only.",
        "Write no prose files; the orchestrator renders them.",
    ]
    return "\n".join(lines[:LINES])
