"""Habits: where a project's own pattern differs from ours, its pattern wins (C-30, C-79)."""

from collections import Counter
from collections.abc import Iterable

from backstay.prove.checking.record import Marked
from backstay.prove.reading.project import Project
from backstay.prove.rule import Rule

FEW = 3  # places; so many may be the first ones of a habit to come


def habits(marked: Iterable[Marked], rules: dict[str, Rule], project: Project) -> set[str]:
    """The rules that are no habit of a project: their hits only inform.

    A few breaks count while as many places keep the rule; many count only where they are a quarter
    or less, for then they are drift. A project that is built from a contract has promised the
    standard, so nothing is a habit there.
    """
    if project.contract:
        return set()
    kept: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for one in marked:
        if rules[one.rule].habit:
            (kept if one.hit.kept else broken)[one.rule] += 1
    return {
        rule
        for rule, count in broken.items()
        if count > kept[rule] or (count > FEW and 3 * count > kept[rule])
    }
