"""Query plans are those of the proof (R-065, R-247)."""

import pytest

from backstay.agent.documents.schema.speed import shortened, speed
from backstay.prove.evidence.result import Figure

CONTRACT = "backstay: 1\nservice: s\nresources:\n  Page:\n    fields:\n      body: text\n"


def test_plans_of_a_proof_are_shown(material, proven, result, plan) -> None:
    database = Figure("database p95", 3.5, "ms", 50.0, met=True)
    seen = proven(result("plan", plans=(plan,)), result("load", figures=(database,)))

    text = "\n".join(speed(material(seen)))

    assert "| Task, sort title | `SELECT ... FROM tasks` | `SEARCH tasks USING ix" in text
    assert "(the check `plan`): passed." in text
    assert "p95 of the database under load: 3.5 ms." in text
    assert "On 200 User, 10000 Task, 100000 TimeEntry, as the contract asks for." in text
    assert "DB_POOL_SIZE 10" in text


def test_without_plans_the_command_is_named(material, proven, result) -> None:
    none = "\n".join(speed(material(contract=CONTRACT)))
    old = "\n".join(speed(material(proven(result("plan")))))

    assert "Not measured: nothing was measured yet. `backstay prove && backstay docs`" in none
    assert "On 50 User, 1000 Page, as the contract asks for." in none
    assert "Not measured: the proof holds no plans." in old


@pytest.mark.parametrize(
    ("sql", "short"),
    [
        ("SELECT a, (SELECT count(*) FROM t) AS n FROM t WHERE x", "SELECT ... FROM t WHERE x"),
        ("select a from t", "SELECT ... from t"),
        ("WITH a AS (SELECT 1) SELECT * FROM a", "WITH a AS (SELECT 1) SELECT * FROM a"),
        ("SELECT 1", "SELECT 1"),
    ],
)
def test_the_columns_of_a_statement_are_left_out(sql, short) -> None:
    assert shortened(sql) == short
