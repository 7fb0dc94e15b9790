"""A project's own pattern wins, and in a folder the pattern of the neighbours."""

from dataclasses import replace

import pytest

from backstay.prove.checking.habits import habits
from backstay.prove.checking.record import Marked
from backstay.prove.discover import all_rules
from backstay.prove.hit import Hit
from backstay.prove.reading.project import Project

RULE = "LAY002"


def marks(broken: int, kept: int, folder: str = "app", rule: str = RULE) -> list[Marked]:
    found = [Marked(rule, Hit(f"{folder}/b{n}.py", 1, "query"), "") for n in range(broken)]
    return found + [
        Marked(rule, Hit(f"{folder}/k{n}.py", 1, "", kept=True), "") for n in range(kept)
    ]


@pytest.mark.parametrize(
    ("broken", "kept", "informs"),
    [(1, 0, True), (1, 1, False), (3, 3, False), (4, 11, True), (4, 12, False), (40, 120, False)],
)
def test_drift_counts_and_a_habit_informs(broken, kept, informs):
    found = [*marks(broken, 0, "app/one"), *marks(0, kept, "app/two")][: broken + kept]
    spread = [replace(one, hit=replace(one.hit, path=f"{n}/{one.hit.path}"))
              for n, one in enumerate(found)]  # fmt: skip

    assert habits(spread, all_rules(), Project())(spread[0]) is informs


def test_in_a_folder_the_neighbours_decide():
    found = [*marks(4, 3, "app/old"), *marks(1, 90, "app/new")]
    informs = habits(found, all_rules(), Project())

    assert informs(found[0])
    assert not informs(next(one for one in found if one.hit.path == "app/new/b0.py"))


def test_breaking_changes_are_asked_for_more_rarely():
    found = [*marks(5, 0, "a", "API003"), *marks(0, 30, "b", "API003")]
    apart = [replace(one, hit=replace(one.hit, path=f"{n}/x.py")) for n, one in enumerate(found)]

    assert habits(apart, all_rules(), Project())(apart[0])
    more = [*apart, *marks(0, 15, "c", "API003")]
    assert not habits(more, all_rules(), Project())(apart[0])


def test_a_contract_excuses_nothing_and_ruff_has_no_habits():
    found = [*marks(9, 0), Marked("F821", Hit("app/a.py", 1, "name"), "")]

    assert not habits(found[:9], all_rules(), Project(contract=True))(found[0])
    assert not habits(found[:9], all_rules(), Project())(found[9])
