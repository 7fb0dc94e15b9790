"""The gate sheet: the worst measurement counts, and what was not measured is unproven."""

from dataclasses import replace

from backstay.blueprint.model import Place
from backstay.prove.evidence.result import Figure
from backstay.prove.outcome import Outcome
from backstay.prove.report.gate import SHEET, sheet_of

from .made import passed, reported


def sheet(*figures: Figure):
    gates = sheet_of([passed("load", "prove.load", Place(1, 1), figures)])
    return {gate.name: gate for gate in gates}


def test_the_sheet_holds_the_numbers_of_the_standard():
    """R-124, R-138 to R-142, R-163: a row that asks for less would pass what the standard fails."""
    numbers = {(one.figure, one.sign, one.limit) for one in SHEET if one.hard}

    assert numbers >= {
        ("p95 simple", "<", 200),
        ("p95 complex", "<", 1000),
        ("p95 mix", "<", 500),
        ("database p95", "<", 50),
        ("throughput", ">=", 100),
        ("memory", "<", 512),
        ("error rate", "<", 0.1),
        ("coverage", ">=", 90),
        ("vulnerabilities", "<=", 0),
        ("longest file", "<=", 150),
    }
    assert ("throughput", 1000) in {(one.figure, one.limit) for one in SHEET if not one.hard}


def test_every_row_is_there_even_when_nothing_was_measured():
    gates = sheet_of([])

    assert len(gates) == len(SHEET)
    assert {gate.outcome for gate in gates} == {Outcome.UNPROVEN}
    assert {gate.measured for gate in gates} == {None}


def test_the_slowest_counts():
    gate = sheet(Figure("p95 simple", 9, "ms"), Figure("p95 simple", 250, "ms"))[
        "p95 of the slowest simple operation"
    ]

    assert (gate.measured, gate.outcome) == (250, Outcome.FAILED)


def test_the_least_counts_where_much_is_wanted():
    gate = sheet(Figure("coverage", 97, "%"), Figure("coverage", 89.9, "%"))[
        "coverage of the project's own tests"
    ]

    assert (gate.measured, gate.outcome) == (89.9, Outcome.FAILED)


def test_a_limit_itself_is_not_below_the_limit():
    assert sheet(Figure("memory", 512, "MB"))["memory of a worker"].outcome is Outcome.FAILED
    assert sheet(Figure("memory", 511.9, "MB"))["memory of a worker"].outcome is Outcome.PASSED


def test_a_missed_target_is_shown_and_fails_nothing(results):
    figures = (Figure("throughput", 640, "requests/s", note="2 cores"),)
    results.append(passed("load", "prove.load", Place(73, 3), figures))

    report = reported(results)

    gates = {gate.name: gate for gate in report.gates}
    assert gates["throughput, the floor"].outcome is Outcome.PASSED
    assert gates["throughput, the target"].outcome is Outcome.FAILED
    assert gates["throughput, the target"].note == "2 cores"
    assert report.missed == []
    assert report.proven


def test_a_missed_floor_fails_the_proof(results):
    results.append(passed("load", "prove.load", Place(73, 3), (Figure("memory", 600, "MB"),)))

    report = reported(results)

    assert [gate.name for gate in report.missed] == ["memory of a worker"]
    assert not report.proven


def test_a_figure_that_its_own_check_does_not_stand_by_is_unproven():
    noisy = passed("load", "prove.load", Place(73, 3), (Figure("memory", 600, "MB"),))

    gates = sheet_of([replace(noisy, outcome=Outcome.UNPROVEN)])

    gate = next(gate for gate in gates if gate.name == "memory of a worker")
    assert (gate.measured, gate.outcome) == (600, Outcome.UNPROVEN)
