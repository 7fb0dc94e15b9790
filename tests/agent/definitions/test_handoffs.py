"""Handoffs are read under both names of the agent, and whatever is unclear asks (C-70, R-214)."""

import pytest

from backstay.agent.definitions.handoffs import read_handoffs, target_repairs
from backstay.agent.definitions.model import Handoff


@pytest.mark.parametrize(
    ("value", "handoffs", "repairs"),
    [
        ([{"agent": "a", "send": True}], (Handoff("a", send=True),), 0),
        ([{"target": "a", "label": "L", "prompt": "P"}], (Handoff("a", "L", "P"),), 0),
        ([{"agent": "a", "target": "b"}], (Handoff("a"),), 1),
        ({"agent": "a"}, (Handoff("a"),), 0),
        (["a"], (Handoff("a"),), 1),
        ([{"agent": "a", "model": "x"}], (Handoff("a", extra=(("model", "x"),)),), 0),
        ([{"label": 7}], (Handoff("", "7"),), 1),
        ([], (), 0),
    ],
)
def test_every_form_of_a_handoff(
    value: object, handoffs: tuple[Handoff, ...], repairs: int
) -> None:
    read = read_handoffs(value, 3)

    assert read
    assert (read[0], len(read[1])) == (handoffs, repairs)


@pytest.mark.parametrize("value", [7, [7], [["a"]], [None]])
def test_what_is_no_handoff_is_none(value: object) -> None:
    assert read_handoffs(value, 1) is None


@pytest.mark.parametrize(
    ("send", "sent", "repairs"),
    [("true", True, 1), ("no", False, 1), ("maybe", False, 1), (1, False, 1), (None, False, 0)],
)
def test_only_a_plain_yes_sends(send: object, sent: bool, repairs: int) -> None:  # noqa: FBT001 - a case
    read = read_handoffs([{"agent": "a", "send": send}], 1)

    assert read
    assert (read[0][0].send, len(read[1])) == (sent, repairs)


def test_targets_of_handoffs_are_mended_and_those_of_a_host_are_not() -> None:
    """Copilot's own `target` at the top names an environment."""
    header = (
        "target: vscode",
        "handoffs:",
        "  - target: a",
        "    label: target: x",
        "other:",
        "  target: b",
    )

    (repair,) = target_repairs(header, 2)

    assert repair.fix
    assert (repair.line, repair.fix.text) == (4, "  - agent: a")
