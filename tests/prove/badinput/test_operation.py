"""Documents of others: choices, parts, bodies of every kind, and statuses that are no numbers."""

from typing import Any

from backstay.prove.badinput.examples import body_of, value_of
from backstay.prove.badinput.operation import SUCCESS, Document

ID = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}}
CONTENT: dict[str, Any] = {
    "paths": {"/a": {"get": {"responses": {"2XX": {}, "default": {}}}}},
    "components": {"schemas": {"Id": ID}},
}
DOCUMENT = Document(CONTENT)
REFERENCE = {"$ref": "#/components/schemas/Id"}


def test_a_choice_is_its_first_and_parts_are_one_schema():
    assert DOCUMENT.resolved({"oneOf": [{"type": "null"}, REFERENCE]}) == ID
    assert DOCUMENT.resolved({"anyOf": [{"type": "null"}]}) == {}
    whole = DOCUMENT.resolved(
        {"allOf": [REFERENCE, {"required": ["b"], "properties": {"b": {"type": "boolean"}}}]}
    )
    assert body_of(DOCUMENT, whole) == {"id": 1, "b": False}
    assert DOCUMENT.resolved({"allOf": [{"type": "string"}], "maxLength": 3}) == {
        "type": "string",
        "maxLength": 3,
    }


def test_lists_and_objects_have_good_values():
    listed = {"type": "array", "minItems": 2, "items": {"type": "integer"}}
    assert value_of(DOCUMENT, "x", listed) == [1, 1]
    assert value_of(DOCUMENT, "x", {"type": "array"}) == []
    assert value_of(DOCUMENT, "x", REFERENCE) == {"id": 1}
    assert value_of(DOCUMENT, "x", {}) == {"a": 1}
    assert body_of(DOCUMENT, {"required": ["unknown"]}) == {"unknown": {"a": 1}}


def test_a_class_of_statuses_names_no_status_of_success():
    (operation,) = DOCUMENT.operations()
    assert (operation.success, operation.shown) == (SUCCESS, frozenset())
