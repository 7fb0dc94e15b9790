"""The return of R-216 is read as agents write it, and nothing unknown is taken."""

import pytest
from pydantic import ValidationError

from backstay.agent.returns.model import FeatureReturn

SOURCE = {
    "routes_created": ["POST /api/tasks", "delete /api/tasks/:id"],
    "models": [{"name": "Task", "fields": ["id", "createdAt"]}, "TimeEntry"],
    "services": ["task.service.ts"],
    "database": {"name": "task_timer_db"},
    "summary": "tasks",
}


def test_the_five_keys_of_the_requirement_are_enough() -> None:
    claim = FeatureReturn.model_validate(SOURCE)

    assert [str(one) for one in claim.routes_created] == [
        "POST /api/tasks",
        "DELETE /api/tasks/{id}",
    ]
    assert [one.name for one in claim.models] == ["Task", "TimeEntry"]
    assert claim.database is not None
    assert claim.database.host == "redacted"


@pytest.mark.parametrize(
    "wrong",
    [
        {"routes_created": ["tasks"]},
        {"tests": {"passed": -1}},
        {"tests": {"coverage": 101}},
        {"made_up": 1},
        {"summary": "x" * 3000},
    ],
)
def test_what_is_no_return_is_refused(wrong) -> None:
    with pytest.raises(ValidationError):
        FeatureReturn.model_validate(SOURCE | wrong)
