"""Every emitted operation is told, with an example and its errors (R-176)."""

from backstay.agent.documents.api.openapi import told
from backstay.agent.documents.api.operations import operations
from backstay.blueprint.operations import operations as asked


def test_all_operations_of_the_contract_are_there(material, timetrack) -> None:
    text = "\n".join(operations(material()))

    for one in asked(timetrack):
        assert f"#### {one.method} {one.path}\n\n`{one.id}`" in text
    assert "23 operations" in text
    assert text.count("```http") == 23


def test_an_operation_shows_what_travels(material) -> None:
    text = "\n".join(operations(material()))
    part = text[text.index("#### POST /api/v1/tasks\n") :].split("####")[1]

    assert "`create_task`, signed in. Create a task." in part
    assert 'Content-Type: application/json\n\n{\n  "title": "title one"\n}' in part
    assert "HTTP/1.1 201" in part
    assert "409 `flow_refused`" in part
    assert "414 `uri_too_long`" not in part  # said once, of all of them
    assert "414 `uri_too_long`" in text[: text.index("####")]
    listed = text[text.index("#### GET /api/v1/tasks\n") :].split("####")[1]
    assert "| `limit` | query | integer | from `1`, to `100`, else `20` |" in listed
    assert "| `status` | query | TaskStatus | - |" in listed
    login = text[text.index("#### POST /api/v1/auth/login\n") :].split("####")[1]
    assert "open to everybody" in login
    assert "Authorization" not in login


def test_the_code_is_told_not_the_contract(material, openapi) -> None:
    """C-37: an operation that somebody has added stands in the document too."""
    extra = {"operationId": "ping", "responses": {"204": {"description": "done"}}}
    document = {**openapi, "paths": {**openapi["paths"], "/ping": {"get": extra}}}

    text = "\n".join(operations(material(openapi=document)))

    assert "#### GET /ping" in text
    assert "### other" in text
    assert len(told(document)) == 24


def test_code_that_does_not_describe_itself_is_said(material) -> None:
    assert next(iter(operations(material(openapi={})))).startswith("Not told:")
