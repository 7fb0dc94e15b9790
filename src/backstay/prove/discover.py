"""Finds rules by where their files lie: ours in `prove/rules/GROUP`, others' by entry point."""

import pkgutil
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from backstay.prove import rules
from backstay.prove.rule import Rule

ENTRY_POINTS = "backstay.rules"


class TwoRulesError(ValueError):
    """Two files claim one id."""


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by id: our own, and those of packages with an entry point `backstay.rules`.

    Raises:
        TwoRulesError: An id is taken twice.
    """
    packages = [rules, *_of_others()]
    return collected(rule for package in packages for rule in rules_of(package))


def _of_others() -> list[ModuleType]:
    """The packages of rules that other distributions bring."""
    if not _declared():
        return []
    from importlib.metadata import entry_points  # noqa: PLC0415 a fifth of a warm run to load

    return [point.load() for point in entry_points(group=ENTRY_POINTS)]


def _declared() -> bool:
    """Whether what is installed names the entry point at all, as its own files say."""
    found = (
        file
        for folder in map(Path, sys.path)
        for file in folder.glob("*-info/entry_points.txt")  # a zipped distribution has no rules
    )
    return any(f"[{ENTRY_POINTS}]" in file.read_text("utf-8", "replace") for file in found)


def rules_of(package: ModuleType) -> Iterator[Rule]:
    """The rules in the modules of a package, at any depth."""
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = import_module(info.name)
        yield from (one for one in vars(module).values() if isinstance(one, Rule))


def collected(found: Iterator[Rule]) -> dict[str, Rule]:
    """Rules by id, in the order of ids; TwoRulesError when one is taken twice."""
    by_id: dict[str, Rule] = {}
    for rule in found:
        if (other := by_id.get(rule.id)) is not None and other is not rule:
            raise TwoRulesError(
                f"{rule.id} is both {other.name} and {rule.name}; give one a new id"
            )
        by_id[rule.id] = rule
    return dict(sorted(by_id.items()))
