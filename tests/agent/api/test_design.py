"""A design answers load and failure, and its OpenAPI is the contract's (R-222)."""

from pathlib import Path

from backstay.agent.api.design import design
from backstay.agent.documents.packs.behaviour import on_failure, under_load
from backstay.blueprint import load
from backstay.blueprint.operations import operations

BLUEPRINT = load(Path(__file__).parents[3] / "examples" / "timetrack.yaml")
BY_ID = {one.id: one for one in operations(BLUEPRINT)}


def test_every_operation_answers_both_questions() -> None:
    """R-027."""
    for one in BY_ID.values():
        assert "p95 under" in under_load(BLUEPRINT, one)
        assert "504" in on_failure(BLUEPRINT, one)


def test_the_answers_are_those_of_the_contract() -> None:
    assert "p95 under 150 ms" in under_load(BLUEPRINT, BY_ID["list_time_entries"])
    assert "at most 100 rows" in under_load(BLUEPRINT, BY_ID["list_tasks"])
    assert "413 over 1048576 bytes" in under_load(BLUEPRINT, BY_ID["create_task"])
    assert "428 without If-Match" in on_failure(BLUEPRINT, BY_ID["update_task"])
    assert "one effect" in on_failure(BLUEPRINT, BY_ID["create_task"])
    assert "safe to repeat" in on_failure(BLUEPRINT, BY_ID["get_task"])


def test_the_design_describes_itself_as_its_contract_says() -> None:
    found = design(BLUEPRINT, "Task")

    assert len(found.operations) == 6
    assert found.differences == ()
    assert "/api/v1/tasks/{task_id}" in found.openapi["paths"]
