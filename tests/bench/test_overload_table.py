"""What was offered and what came of it make a line, and a verdict that can go either way."""

import math
from typing import Any

import pytest

from bench.overload_table import HEAD, RULE, Seen, row, verdict

LISTS = {"200": 60, "503": 100, "gave up": 20, "no connection": 20}


def seen(*, silent: int = 0, health: float = 12.0, **more: dict[str, int]) -> Seen:
    told: dict[str, Any] = {
        "outcomes": {"list": LISTS, "health": {"200": 80}, **more},
        "p99": {"200": 99.0, "201": 120.0, "503": 7.0, "health": health},
        "silent": silent,
    }
    return Seen(capacity=100.0, rate=300.0, told=told)


def test_shares_of_what_was_offered():
    one = seen(create={"201": 50, "500": 50})
    assert one.share("2") == pytest.approx(110 / 300)
    assert one.share("2", kinds=["create"]) == 0.5
    assert one.goodput == pytest.approx(1.1)
    assert one.gave_up == one.not_sent == pytest.approx(20 / 300)
    assert one.other == pytest.approx(50 / 300, abs=1e-6)
    assert one.health == 12.0


def test_a_question_after_health_without_an_answer_is_endless():
    assert seen(health=1.0).health == 1.0
    unwell = Seen(1.0, 1.0, seen().told | {"outcomes": {"health": {"200": 79, "gave up": 1}}})
    assert math.isinf(unwell.health)


def test_a_line_has_a_cell_for_each_of_its_heads():
    line = row([seen(), seen()])
    assert line.startswith("| 3 times | 300 | 90 | 90% | 30%, 0%, 0% | 50% | 10.0% | 10% | 0.0% |")
    assert line.count("|") == HEAD.count("|") == RULE.count("|")


@pytest.mark.parametrize(
    ("one", "short"),
    [
        (seen(), []),
        (seen(silent=2), ["2 refusals without Retry-After"]),
        (seen(health=900.0), ["/health p99 900 ms"]),
        (seen(list={"200": 10, "503": 90}), ["goodput 30% of capacity"]),
        (seen(list={"200": 60, "500": 1, "503": 39}), ["1.0% answered otherwise"]),
    ],
)
def test_what_falls_short_is_named(one, short):
    said = [part for part in verdict([one]).split("; ") if part.endswith("falls short")]
    assert len(said) == len(short)
    assert all(part.startswith(start) for part, start in zip(said, short, strict=True))
