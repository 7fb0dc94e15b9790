"""A cell passes only when what it must reach was reached, round by round."""

from types import SimpleNamespace
from typing import Any

from bench.rounds import Window
from bench.table import ratios, row, tails, verdict
from bench.workloads import ITEM


def peer(*cpu: float, p99: float = 1.0) -> Any:
    windows = [Window(cpu=one, rps=1e6 / one, p50=0.5, p99=p99) for one in cpu]
    return SimpleNamespace(windows={ITEM: windows})


def test_ratios_are_taken_within_a_round():
    assert ratios(peer(100, 300), peer(10, 20), ITEM, ITEM) == [10, 15]
    assert ratios(peer(100, 300), peer(10, 20), ITEM, ITEM, "rps") == [10, 15]


def test_a_verdict_is_pass_aim_or_falls_short():
    assert verdict(6.9, 7, 12).endswith("falls short")
    assert verdict(7.0, 7, 12).endswith("pass")
    assert verdict(12.0, 7, 12).endswith("aim reached")
    assert verdict(12.0, 7, None).endswith("pass")
    assert verdict(1.0, None, None) == ""


def test_a_row_shows_median_and_range():
    shown = row("plain", peer(70, 80, 90), peer(10, 10, 10), [(ITEM, ITEM, 7.5, None)])

    assert shown == "| plain | 8 [7-9] (must 7.5) pass |  |  |  |"


def test_the_tail_must_stay_below_the_references():
    assert "1.0 / 2.0 pass" in tails(peer(1, p99=2.0), peer(1, p99=1.0), [ITEM])
    assert "2.0 / 2.0 falls short" in tails(peer(1, p99=2.0), peer(1, p99=2.0), [ITEM])
