"""Schemas of 3.0 and lists of types in today's words."""

from backstay.prove.audit.schemas import modern_schemas

NULL = {"type": "null"}


def test_nullable_becomes_a_choice_with_null():
    assert modern_schemas({"type": "string", "nullable": True, "enum": ["a", None]}) == {
        "anyOf": [{"type": "string", "enum": ["a"]}, NULL]
    }
    held = modern_schemas({"nullable": True, "allOf": [{"$ref": "#/x"}]})
    assert held == {"anyOf": [{"allOf": [{"$ref": "#/x"}]}, NULL]}
    assert modern_schemas({"type": "string", "nullable": False}) == {
        "type": "string",
        "nullable": False,
    }


def test_boolean_bounds_become_numbers():
    assert modern_schemas({"minimum": 1, "exclusiveMinimum": True}) == {"exclusiveMinimum": 1}
    assert modern_schemas({"maximum": 1, "exclusiveMaximum": False}) == {"maximum": 1}
    assert modern_schemas({"exclusiveMinimum": True}) == {}


def test_a_list_of_types_becomes_a_choice():
    assert modern_schemas({"type": ["string", "null"], "maxLength": 3}) == {
        "anyOf": [{"type": "string", "maxLength": 3}, NULL]
    }


def test_fields_that_are_called_like_words_stay():
    fields = {"properties": {"type": {"type": "string"}, "nullable": {"type": "boolean"}}}
    assert modern_schemas(fields) == fields
    assert modern_schemas([1, "a"]) == [1, "a"]
