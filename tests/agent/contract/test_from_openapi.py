"""Resources are read from an OpenAPI document: ours, and one with all that may go wrong."""

from pathlib import Path

import pytest

from backstay.agent.contract.from_openapi import from_openapi
from backstay.agent.phrases.changes import Field

OWN = Path(__file__).parents[3] / "examples" / "timetrack" / "docs" / "openapi.json"
YAML = """\
openapi: 3.1.0
paths:
  /api/projects: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/x/P'}}}}}}
  /api/projects/{id}/bugs: {post: {requestBody: {$ref: '#/x/Body'}}}
  /auth/login: {post: {requestBody: {$ref: '#/x/Body'}}}
  /api/search/all: {post: {requestBody: {$ref: '#/x/Body'}}}
x:
  Body: {content: {application/json: {schema: {properties: {project_id: {type: string}}}}}}
  Circle: {$ref: '#/x/Circle'}
  P:
    required: [fullName, kind]
    properties:
      id: {type: string}
      fullName: {type: string, minLength: 1, maxLength: 80}
      kind: {enum: [a, b], default: a}
      size: {type: integer, minimum: 0}
      due: {anyOf: [{type: string, format: date}, {type: 'null'}]}
      rate: {type: number}
      loop: {$ref: '#/x/Circle'}
"""


def test_our_own_document_gives_our_own_resources() -> None:
    found = {one.name: one for one in from_openapi(OWN.read_text())}

    assert list(found) == ["Task", "TimeEntry", "User"]
    assert found["TimeEntry"].under == "Task"
    assert Field("title", "text 1..200") in found["Task"].fields


def test_types_bounds_and_references_are_kept_and_guesses_marked() -> None:
    project, bug = from_openapi(YAML)

    assert project.fields == (
        Field("full_name", "text 1..80"),
        Field("kind", "a | b = a"),
        Field("size", "int 0.., optional"),
        Field("due", "date, optional"),
        Field("rate", "decimal 12.2, optional", "`rate` is a number; decimal 12.2 is a guess"),
        Field("loop", "json, optional", "`loop` is without a type; json is a guess"),
    )
    assert (bug.name, bug.under) == ("Bug", "Project")
    assert bug.fields == (Field("project", "Project, optional"),)


@pytest.mark.parametrize("text", ["", "[]", "{", "paths: 1", "paths: {}", "a: &a [*a]"])
def test_what_is_no_document_is_refused(text) -> None:
    with pytest.raises(ValueError, match="OpenAPI document"):
        from_openapi(text)
