"""Promises stand beside what was measured, and beside nothing where nothing was (R-176)."""

from dataclasses import replace

from backstay.agent.api import monitor
from backstay.agent.documents.api import objectives as told
from backstay.agent.documents.files import Files
from backstay.prove.evidence.result import Figure


def _row(material, operation) -> str:
    lines = list(told.objectives(material))
    return next(line for line in lines if line.startswith(f"| {operation} |"))


def test_nothing_measured_is_said_of_each_operation(material) -> None:
    text = " ".join(told.objectives(material()))

    assert _row(material(), "GET /api/v1/tasks/{task_id}/time-entries") == (
        "| GET /api/v1/tasks/{task_id}/time-entries | - | 150 | - | 0.1 "
        "| not measured | not measured | unproven |"
    )
    assert text.count("| unproven |") == 23
    assert "`backstay prove && backstay docs` measures it" in text
    assert "Availability: 99.9 % of each 30 days. Not measured" in text


def test_a_changed_figure_changes_the_document(material, proven, result, latency) -> None:
    wrong = Figure("errors of get_task", 0.2, "%", 0.1, met=False)
    slow = proven(result("load", "failed", figures=(latency("get_task", 250.5), wrong)))
    good = proven(result("load", figures=(latency("get_task", 8.25),)))
    noisy = proven(result("load", "unproven", figures=(latency("get_task", 250.5),)))

    row = "GET /api/v1/tasks/{task_id}"
    assert _row(material(slow), row).endswith("| 0.1 | 250.5 ms | 0.2 % | failed |")
    assert _row(material(good), row).endswith("| 0.1 | 8.25 ms | not measured | passed |")
    assert _row(material(noisy), row).endswith("| unproven |")


def test_whether_alerts_are_written_is_seen(material, tmp_path, timetrack) -> None:
    assert "not written yet; `backstay api monitor`" in " ".join(told.objectives(material()))
    assert told.MONITORING == monitor.FOLDER
    monitor.write_bundle(tmp_path, timetrack)

    there = replace(material(), files=Files(tmp_path))

    assert "`config/monitoring/slo.yaml`, `alerts.yaml`" in " ".join(told.objectives(there))
