"""The five gates and the ten items: each passed, failed, or unproven with why."""

from dataclasses import replace

import pytest

from backstay.agent.returns.measured import Measured
from backstay.agent.work import readiness
from backstay.agent.work.readiness import checklist, gates

WHOLE = Measured("c", "t", passed=9, failed=0, coverage=95, p95_ms=8, operations=9, findings=0)


def test_gates_pass_on_figures_and_files(project) -> None:
    (project / "config/monitoring").mkdir(parents=True)
    for name in readiness.MONITORING:
        (project / "config/monitoring" / name).touch()

    assert set(gates(project, WHOLE).values()) == {"passed"}


def test_gates_without_figures_are_unproven_and_bad_ones_fail(project) -> None:
    assert gates(project, Measured())["coverage"] == "unproven: coverage was not measured"
    bad = gates(project, Measured(coverage=60, findings=2, p95_ms=9, failed=1))
    assert bad["coverage"] == "failed: 60"
    assert bad["security scan"] == "failed: 2"
    assert bad["load"] == "failed: 9"
    slow = gates(project, Measured(p95_ms=5000, failed=0, broken=("p95 simple: 5000",)))
    assert slow["load"] == "failed: 5000"
    assert bad["dashboards"].startswith("failed: config/monitoring/slo.yaml")


def test_the_checklist_has_ten_items_and_leans_on_a_whole_proof(project, monkeypatch) -> None:
    monkeypatch.setattr(readiness, "_tool", lambda *_: "passed")

    whole = checklist(project, WHOLE)
    assert len(whole) == 10
    assert whole["input validation"] == "passed"
    assert checklist(project, Measured())["input validation"].startswith("unproven")
    broken = checklist(project, replace(WHOLE, broken=("line 7: title",)))
    assert broken["input validation"] == "failed: 1 lines of the contract do not hold"


@pytest.mark.real
def test_lint_and_types_are_run_with_the_projects_own_tools(project) -> None:
    assert checklist(project, WHOLE)["lint"] == "passed"
    (project / "src/bad.py").write_text("import os\n")
    assert checklist(project, WHOLE)["lint"].startswith("failed: ")
