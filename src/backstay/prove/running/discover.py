"""Finds the trials of a contract: every file in `probes/` says its own."""

import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module

from backstay.blueprint import Blueprint
from backstay.blueprint.model import Place
from backstay.prove import probes
from backstay.prove.trial import Phase, Trial


def trials_of(blueprint: Blueprint, only: Iterable[str] = ()) -> list[Trial]:
    """Every trial that the contract asks for, by phase, authorization first.

    Args: blueprint; only, names of checks, all when there are none.
    """
    wanted = set(only)
    found: list[Trial] = []
    for _, name, _ in pkgutil.iter_modules(probes.__path__):
        module = import_module(f"{probes.__name__}.{name}")
        found += [
            trial for trial in module.trials(blueprint) if trial.check in (wanted or {trial.check})
        ]
    there = set(lines_of(blueprint))
    found = [replace(trial, key=_line(trial.key, there)) for trial in found]
    return sorted(found, key=_turn)


def lines_of(blueprint: Blueprint) -> Iterator[str]:
    """Every key that the contract writes, by its way."""
    yield from blueprint.keys
    for resource in blueprint.resources:
        yield from (f"resources.{resource.name}.{key}" for key in resource.keys)


def _line(key: str, there: set[str]) -> str:
    """The key itself, or of what the language adds by itself, the nearest that is written."""
    while key not in there and "." in key:
        key = key.rpartition(".")[0]
    return key


def _turn(trial: Trial) -> tuple[Phase, bool, bool, Place]:
    return trial.phase, trial.check in LAST, trial.check not in FIRST, trial.at


FIRST = frozenset(("account", "anonymous", "matrix", "nested"))
"""Who is let in is asked before anything else could disturb the answer."""

LAST = frozenset(("parity",))
"""What is held against the answers of all the others."""
