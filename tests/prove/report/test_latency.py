"""The chart of latencies: where a time stands, and which operations are drawn."""

from backstay.blueprint.model import Place
from backstay.prove.evidence.result import Figure
from backstay.prove.report.latency import LEAST, MOST, WIDTH, bars_of, place

from .made import passed


def measured(operation: str, *times: float, target: float | None = None) -> tuple[Figure, ...]:
    names = ("p50", "p95", "p99")
    return tuple(
        Figure(f"{name} of {operation}", time, "ms", target)
        for name, time in zip(names, times, strict=False)
    )


def test_times_stand_on_a_logarithmic_scale_within_the_chart():
    assert place(LEAST) == 0
    assert place(MOST) == WIDTH
    assert place(0) == 0
    assert place(10**6) == WIDTH
    assert abs((place(100) - place(10)) - (place(10) - place(1))) < 0.2


def test_the_slowest_operation_comes_first():
    figures = measured("get_task", 1, 3, 9) + measured("list_tasks", 2, 8, 12, target=5)

    bars = bars_of([passed("load", "prove.load", Place(1, 1), figures)])

    assert [bar.name for bar in bars] == ["list_tasks", "get_task"]
    assert [bar.met for bar in bars] == [False, True]


def test_an_operation_without_all_its_percentiles_is_not_drawn():
    assert bars_of([passed("load", "prove.load", Place(1, 1), measured("get_task", 1, 3))]) == []
