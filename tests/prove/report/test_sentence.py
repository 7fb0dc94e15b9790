"""The delivery sentence is made of measured numbers, or is not there."""

from dataclasses import replace

from backstay.prove.outcome import Outcome

from .made import FIGURES, reported


def test_the_sentence_counts_rounds_down_and_rounds_up(report):
    assert report.delivery.sentence == (
        "Backend implementation completed. Delivered 23 endpoints with full validation, "
        "OpenAPI documentation, and 96% test coverage. Response time < 61 ms p95. "
        "Ready for integration."
    )
    assert report.delivery.missing == ()


def test_a_failed_line_is_named_instead(results):
    place = next(i for i, one in enumerate(results) if one.key == "resources.Task.lock")
    results[place] = replace(results[place], outcome=Outcome.FAILED)

    delivery = reported(results).delivery

    assert delivery.sentence == ""
    assert delivery.missing == ("line 42 is failed: lock: etag",)


def test_numbers_that_were_not_measured_are_named(results):
    without = [replace(result, figures=()) for result in results]

    assert reported(without).delivery.missing == (
        "the coverage of the project's own tests was not measured",
        "the latency of the operations was not measured",
    )


def test_an_unproven_line_keeps_the_sentence_back(results):
    results[0] = replace(results[0], outcome=Outcome.UNPROVEN)

    assert not reported(results).delivery.sentence


def test_a_p95_below_one_millisecond_is_said_as_one(results):
    fast = [replace(one, value=0.2) if one.name.startswith("p95 ") else one for one in FIGURES]
    results[-1] = replace(results[-1], figures=tuple(fast))

    assert "Response time < 1 ms p95." in reported(results).delivery.sentence
