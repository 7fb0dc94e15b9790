"""The emitted document is read as it is told."""

from backstay.agent.documents.api.openapi import Failure, told


def test_operations_are_read_with_bodies_answers_and_errors(openapi) -> None:
    by_id = {one.id: one for one in told(openapi)}

    login, leave = by_id["login"], by_id["logout"]

    assert len(by_id) == 23
    assert login.body == {"$ref": "#/components/schemas/Login"}
    assert login.success == (200, {"$ref": "#/components/schemas/DataOf_TokenPair_"})
    assert (leave.body, leave.success) == (None, (204, None))
    assert (login.tag, login.method, login.path) == ("auth", "POST", "/api/v1/auth/login")
    assert [one["name"] for one in by_id["get_task"].parameters] == ["task_id", "expand"]
    assert Failure(
        401, "login_failed", "E-mail address or password is wrong.", "Check both."
    ) in list(login.errors)


def test_nothing_is_read_of_nothing() -> None:
    assert told({}) == []
