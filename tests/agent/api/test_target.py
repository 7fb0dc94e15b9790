"""A target is all, a resource, a path, an operation; anything else is said to be unknown."""

from pathlib import Path

import pytest

from backstay.agent.api.target import NoTargetError, operations_of
from backstay.blueprint import load

BLUEPRINT = load(Path(__file__).parents[3] / "examples" / "timetrack.yaml")


@pytest.mark.parametrize(
    ("target", "count", "first"),
    [
        ("", 23, "register"),
        ("all", 23, "register"),
        ("Task", 6, "create_task"),
        ("tasks", 6, "create_task"),
        ("time entries", 7, "create_time_entry"),
        ("GET /api/v1/tasks", 1, "list_tasks"),
        ("/tasks/:id", 4, "get_task"),
        ("stop_time_entry", 1, "stop_time_entry"),
    ],
)
def test_targets(target, count, first) -> None:
    found = operations_of(BLUEPRINT, target)

    assert (len(found), found[0].id) == (count, first)


@pytest.mark.parametrize("target", ["ghosts", "/ghosts", "GET /tasks/x/y/z"])
def test_what_is_not_there_is_said(target) -> None:
    with pytest.raises(NoTargetError, match="nothing is called"):
        operations_of(BLUEPRINT, target)
