"""Habits: where a project's own pattern differs from ours, its pattern wins (C-30, C-79)."""

from collections import Counter
from collections.abc import Callable, Iterable

from backstay.prove.checking.record import Marked
from backstay.prove.reading.project import Project
from backstay.prove.rule import Rule

FEW = 3  # places; so many may be the first ones of a habit to come


def habits(
    marked: Iterable[Marked], rules: dict[str, Rule], project: Project
) -> Callable[[Marked], bool]:
    """Tells whether a hit only informs, because its rule is no habit of the project or the folder.

    A few breaks count while as many places keep the rule; many count only where they are a quarter
    or less (less still where mending one would break clients), for then they are drift. In one
    folder the neighbours decide: where more break it than keep it, that is their way. A project
    that is built from a contract has promised the standard, so nothing is a habit there.
    """
    kept: Counter[tuple[str, str]] = Counter()
    broken: Counter[tuple[str, str]] = Counter()
    for one in marked:
        if rules[one.rule].habit and not project.contract:
            counted = kept if one.hit.kept else broken
            counted.update([(one.rule, ""), (one.rule, _folder(one))])

    def informs(one: Marked) -> bool:
        all_of, here = (one.rule, ""), (one.rule, _folder(one))
        many, share = broken[all_of], rules[one.rule].share if one.rule in rules else 1
        return (
            many > kept[all_of]
            or (many > FEW and (share - 1) * many > kept[all_of])
            or (broken[here] > FEW and broken[here] > kept[here])
        )

    return informs


def _folder(one: Marked) -> str:
    """The folder of a hit, never empty."""
    return f"{one.hit.path.rpartition('/')[0]}/"
