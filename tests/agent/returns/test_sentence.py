"""The sentence is made of measured figures of this code, or it is not made."""

from dataclasses import replace

import pytest

from backstay.agent.returns.measured import Measured
from backstay.agent.returns.sentence import missing, sentence
from backstay.agent.tree.snapshot import Revision

CODE = Revision("c", "t")
ALL = Measured("c", "t", passed=9, failed=0, coverage=96.8, p95_ms=8.4, operations=24, findings=0)


def test_the_sentence_rounds_against_itself() -> None:
    assert sentence(ALL, CODE) == (
        "Backend implementation completed. Delivered 24 endpoints with full validation, OpenAPI "
        "documentation, and 96% test coverage. Response time < 9 ms p95. Ready for integration."
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"p95_ms": None}, "not measured: p95"),
        ({"coverage": None, "operations": None}, "not measured: operations proven, coverage"),
        ({"tree": "older"}, "the figures belong to other code; measure again"),
        ({"failed": 2}, "2 tests fail"),
        ({"unproven": 3, "why": ("3 of 9",)}, "3 of 9"),
        ({"findings": 1}, "1 findings of `backstay check` stand"),
    ],
)
def test_without_a_figure_there_is_a_reason_instead(change, reason) -> None:
    seen = replace(ALL, **change)

    assert sentence(seen, CODE) == ""
    assert missing(seen, CODE) == (reason,)
