"""The contract that a new service begins with, before anything is asked of it."""

from dataclasses import replace
from pathlib import Path

from backstay.blueprint import parse
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.naming import kebab

_HEAD = "backstay: 1\nservice: {service}\nversion: 0.1.0\n"
_SOME = "resources:\n  Some:\n    fields: {some: text}\n"


def started(root: Path) -> tuple[Blueprint, str]:
    """The head of a contract named for its folder, and what it says: accounts, and no more."""
    letters = kebab(root.resolve().name.lower().replace(" ", "-"))
    name = "".join(one for one in letters if one.isascii() and (one.isalnum() or one == "-"))
    head = _HEAD.format(service=name.strip("-") or "service")
    blueprint = parse(f"{head}{_SOME}".encode(), "backstay.yaml")
    rest = tuple(one for one in blueprint.resources if one.name != "Some")
    return replace(blueprint, resources=rest), head
