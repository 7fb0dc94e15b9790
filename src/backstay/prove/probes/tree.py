"""tree: files and names are where the standard has them, and no source file is too long."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint
from backstay.prove.attempt import Attempt
from backstay.prove.project.skeleton import MOST_LINES, longest, misnamed, missing
from backstay.prove.trial import Phase, Trial


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One, for the whole project."""
    key = "layout" if "layout" in blueprint.keys else "backstay"
    claim = f"files and names are where they should be, none over {MOST_LINES} lines"
    yield Trial("tree", key, blueprint.keys[key], claim, _tree, Phase.PROJECT, repeats=1)


async def _tree(attempt: Attempt) -> None:
    root, blueprint = attempt.world.subject.project.root, attempt.world.blueprint
    lines, where = longest(root, blueprint)
    attempt.controlled(lines, f"no Python file was found in {root}")
    absent = missing(root, blueprint)
    attempt.require(not absent, f"not there: {', '.join(absent[:5])}")
    odd = misnamed(root, blueprint)
    attempt.require(not odd, f"not in snake_case: {', '.join(odd[:5])}")
    met = lines <= MOST_LINES
    attempt.figure("longest file", lines, "lines", MOST_LINES, met=met, note=where)
    attempt.require(met, f"{where} has {lines} lines, more than {MOST_LINES}")
