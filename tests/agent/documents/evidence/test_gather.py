"""Evidence is taken from the report of a proof, from rules and from the figures of a task."""

import json

from backstay.agent.documents.evidence import gather
from backstay.agent.documents.evidence.evidence import OwnTests
from backstay.agent.returns.measured import Measured
from backstay.prove import whole
from backstay.prove.discover import all_rules


def test_a_report_gives_counts_figures_and_plans(report, result, latency, plan) -> None:
    told = report(
        result("matrix"),
        result("matrix", "failed"),
        result("load", "unproven", figures=(latency("get_task", 9.0),)),
        result("plan", plans=(plan,)),
    )

    proof = gather.proof_of(told)

    assert proof.code == "feedc0de"
    assert proof.environment["database"] == "PostgreSQL 17"
    assert proof.checks["matrix"] == {"passed": 1, "failed": 1, "requests": 14}
    assert proof.figures[0]["value"] == 9.0
    assert proof.figures[0]["outcome"] == "unproven"
    assert proof.plans[0]["steps"] == ["SEARCH tasks USING ix_tasks_title"]
    assert proof.sentence == ""
    assert proof.missing
    assert {gate["name"] for gate in proof.gates} == {gate["name"] for gate in told["gates"]}


def test_a_report_without_plans_is_read_too(report, result) -> None:
    told = report(result("matrix"))
    for one in told["results"]:
        del one["plans"]

    assert gather.proof_of(told).plans == []


def test_the_report_stands_where_a_proof_writes_it(tmp_path, report, result) -> None:
    assert f"{whole.FOLDER}/{whole.JSON_FILE}" == gather.REPORT
    assert gather.proof_at(tmp_path) is None
    place = tmp_path / gather.REPORT
    place.parent.mkdir()

    for text in ("{", "[]", '{"results": []}', '{"results": 1}'):
        place.write_text(text)
        assert gather.proof_at(tmp_path) is None

    place.write_text(json.dumps(report(result("matrix"))))
    found = gather.proof_at(tmp_path)
    assert found is not None
    assert found.checks["matrix"]["passed"] == 1


def test_rules_have_seen_everything_or_nothing() -> None:
    whole_run = gather.rules_of({"SEC001": 2}, "c")
    unread = gather.rules_of({"unproven": 1}, "c")

    assert list(whole_run.ran) == list(all_rules())
    assert whole_run.findings == {"SEC001": 2}
    assert unread.ran == []


def test_tests_that_did_not_run_are_no_evidence() -> None:
    assert gather.own_tests_of(Measured(), "c") is None
    assert gather.own_tests_of(Measured(passed=3, failed=0, coverage=91.5), "c") == OwnTests(
        "c", 3, 0, 91.5
    )
