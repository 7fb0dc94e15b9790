"""Prose conditions become predicates with the names that restrict them, or nothing (C-40)."""

import pytest

from backstay.agent.definitions.conditions import Condition, read_condition


@pytest.mark.parametrize(
    ("prose", "condition"),
    [
        (
            "Backend framework detected (Django, Flask)",
            Condition("backend_framework", ("Django", "Flask")),
        ),
        ("A web framework is used", Condition("backend_framework")),
        ("lib/ or app/ directory with server code", Condition("server_code", ("lib", "app"))),
        (
            "routes/, controllers/ directories",
            Condition("layer_directories", ("routes", "controllers")),
        ),
        ("ORM or database models present", Condition("orm_or_models")),
        ("Background job processors (Celery)", Condition("job_processor", ("Celery",))),
        ("tâches de fond", Condition("job_processor")),
        ("migrations folder exists", Condition("migrations")),
        ("tests are present", Condition("tests")),
        ("A full moon over the harbour", None),
        ("The team likes frameworks", None),
        ("ORM " * 100, None),
    ],
)
def test_prose_becomes_a_predicate(prose: str, condition: Condition | None) -> None:
    assert read_condition(prose) == condition


def test_hostile_prose_is_not_searched() -> None:
    assert read_condition("a/" * 100_000) is None
