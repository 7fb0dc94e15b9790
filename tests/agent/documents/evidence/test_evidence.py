"""What was not seen is unproven; what failed once has failed."""

import pytest

from backstay.agent.documents.evidence.evidence import PROVE, Evidence, Rules


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        ((), "unproven"),
        (("passed",), "passed"),
        (("passed", "unproven"), "unproven"),
        (("passed", "unproven", "failed"), "failed"),
        (("not_applicable",), "unproven"),
        (("passed", "not_applicable"), "passed"),
    ],
)
def test_the_worst_of_a_check_decides(proven, result, outcomes, said) -> None:
    seen = proven(*(result("matrix", one) for one in outcomes))

    assert seen.check("matrix") == said
    assert Evidence().check("matrix") == "unproven"


def test_a_rule_that_was_not_run_is_unproven() -> None:
    seen = Evidence(rules=Rules("c", ["SEC001", "SEC002"], {"SEC002": 1}))

    assert [seen.rule(one) for one in ("SEC001", "SEC002", "SEC003")] == [
        *("passed", "failed", "unproven")
    ]
    assert Evidence().rule("SEC001") == "unproven"


def test_a_figure_is_shown_with_its_unit_or_not_at_all(proven, result, latency) -> None:
    seen = proven(result("load", figures=(latency("a", 3.25), latency("a", 1.0))))

    assert seen.shown("p95 of a") == "3.25 ms"
    assert seen.shown("p95 of b") == "not measured"
    assert Evidence().figure("p95 of a") is None


def test_a_lack_says_why_and_what_measures() -> None:
    assert Evidence().lack("proof", PROVE) == (
        "Not measured: nothing was measured yet. `backstay prove && backstay docs` measures it."
    )
    assert "of other code" in Evidence(lacks={"proof": "it is of other code"}).lack("proof", PROVE)
