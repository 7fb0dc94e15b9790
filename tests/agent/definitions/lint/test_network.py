"""Handoffs that lead nowhere or in circles are found; circles that ask are only mentioned."""

from pathlib import Path

import pytest

from backstay.agent.definitions.lint import network
from backstay.agent.definitions.places import Found
from backstay.agent.definitions.roster import Roster, load_files


@pytest.fixture
def hand(tmp_path: Path):
    """A roster of agents given as name and handoffs in YAML flow form."""

    def make(**handoffs: str) -> Roster:
        for name, listed in handoffs.items():
            text = f"---\nname: {name}\nhandoffs: [{listed}]\n---\n"
            (tmp_path / f"{name}.md").write_text(text)
        return load_files(
            Found(tmp_path / f"{name}.md", f"{name}.md", "project") for name in handoffs
        )

    return make


@pytest.mark.parametrize(
    ("handoffs", "levels"),
    [
        ({"a": "{agent: b}", "b": ""}, []),
        ({"a": "{agent: b}"}, ["warning"]),
        ({"a": "{label: x}"}, ["error"]),
        ({"a": "{agent: qa}", "tester": ""}, []),
    ],
)
def test_a_handoff_needs_somebody(hand, handoffs: dict[str, str], levels: list[str]) -> None:
    assert [one.level for one in network.lost_handoffs(hand(**handoffs))] == levels


@pytest.mark.parametrize(
    ("handoffs", "said"),
    [
        ({"a": "{agent: b}", "b": "{agent: c}", "c": ""}, []),
        (
            {"a": "{agent: b, send: true}", "b": "{agent: a, send: true}"},
            ["error: handoffs go in a circle, without anybody being asked: a > b > a"],
        ),
        (
            {"a": "{agent: b, send: true}", "b": "{agent: a}"},
            ["info: handoffs go in a circle, but a person is asked on the way: a > b > a"],
        ),
        (
            {"a": "{agent: a, send: true}"},
            ["error: handoffs go in a circle, without anybody being asked: a > a"],
        ),
        (
            {"a": "{agent: b}", "b": "{agent: c}", "c": "{agent: b}"},
            ["info: handoffs go in a circle, but a person is asked on the way: b > c > b"],
        ),
    ],
)
def test_circles_are_found_once(hand, handoffs: dict[str, str], said: list[str]) -> None:
    found = network.circles(hand(**handoffs))

    assert [f"{one.level}: {one.message}" for one in found] == said


def test_a_shared_name_is_reported_for_whoever_loses(tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text("---\nname: a\n---\n")
    roster = load_files(Found(tmp_path / name, name, "project") for name in ("one.md", "two.md"))

    (finding,) = network.shared_names(roster)

    assert finding.path == "two.md"
    assert finding.message == "the name `a` is taken by one.md, which wins"
