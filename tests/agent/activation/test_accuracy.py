"""Routing is right on at least 95 of 100 labelled prompts, half of which are near misses."""

from collections import Counter
from pathlib import Path

import pytest

from backstay.agent.activation.accuracy import GOAL, CasesError, measure, share, summary
from backstay.agent.definitions.roster import Roster


def test_the_goal_is_reached(roster: Roster, prompts: Path) -> None:
    outcomes = measure(prompts, roster.definitions)

    assert share(outcomes) >= GOAL, "\n".join(summary(outcomes))
    assert GOAL == 95.0


def test_the_held_out_prompts_alone_reach_it(roster: Roster, prompts: Path) -> None:
    """They were written before there was a router, and no weight was chosen on them."""
    outcomes = measure(prompts, roster.definitions)

    assert share([one for one in outcomes if one.case.group == "held_out"]) >= GOAL


def test_the_labels_are_what_was_promised(roster: Roster, prompts: Path) -> None:
    cases = [one.case for one in measure(prompts, roster.definitions)]
    names = {one.name for one in roster.definitions} | {"none"}

    assert len(cases) >= 80
    assert sum(case.near for case in cases) * 2 >= len(cases)
    assert {case.expect for case in cases} == names
    assert max(Counter(case.task.text for case in cases).values()) == 1


def test_a_wrong_label_is_counted_as_wrong(roster: Roster, tmp_path: Path) -> None:
    """The measure itself: one right, one wrong, one rightly asleep."""
    (tmp_path / "p.yaml").write_text(
        "a:\n"
        "  - {expect: database, text: add a migration}\n"
        "  - {expect: api, text: add a migration}\n"
        "b:\n"
        "  - {expect: none, text: good morning, near: true}\n"
    )

    outcomes = measure(tmp_path / "p.yaml", roster.definitions)

    assert [one.right for one in outcomes] == [True, False, True]
    assert round(share(outcomes), 1) == 66.7
    assert list(summary(outcomes))[:4] == [
        "a: 1 of 2 right (50.0%), near misses 0 of 0",
        "b: 1 of 1 right (100.0%), near misses 1 of 1",
        "all: 2 of 3 right (66.7%), near misses 1 of 1",
        "expected api, got database: add a migration",
    ]
    assert share([]) == 0.0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[1]", "give a map of groups"),
        ("a: [{text: x}]", "a, case 1: give expect and text"),
        ("a: [{expect: x, text: y, mood: z}]", "a, case 1: give expect and text"),
        ("a: 7", "a, case 1"),
        ("a: [{expect: x, text: y, project: gone}]", "no project is called gone"),
        ("a: {", "cannot be read"),
    ],
)
def test_a_file_of_something_else_is_refused(
    tmp_path: Path, roster: Roster, content: str, message: str
) -> None:
    (tmp_path / "p.yaml").write_text(content)

    with pytest.raises(CasesError, match=message):
        measure(tmp_path / "p.yaml", roster.definitions)
    with pytest.raises(CasesError, match="cannot be read"):
        measure(tmp_path / "gone.yaml", roster.definitions)
