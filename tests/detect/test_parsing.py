"""Foreign files are parsed, or refused with the line; nothing else comes out."""

import pytest

from backstay.detect.parsing import (
    ParseError,
    parse_json,
    parse_python,
    parse_toml,
    table,
    text,
    texts,
)


@pytest.mark.parametrize(
    ("parse", "content", "message", "line"),
    [
        (parse_toml, "a = 1\nb =\n", "not valid TOML: Invalid value", 2),
        (parse_toml, "a = " + "[" * 5000, "not valid TOML", 1),
        (parse_json, "{\n\n,}", "not valid JSON: Expecting property name", 3),
        (parse_json, "[" * 100_000, "nested too deeply", 1),
        (parse_json, "[1]", "not a JSON object", 1),
        (parse_python, "x = 1\ndef (:\n", "not valid Python: invalid syntax", 2),
        (parse_python, "x = \0", "not", 1),
        (parse_python, "-" * 100_000 + "1", "not readable as Python", 1),
    ],
)
def test_a_broken_file_is_refused_with_its_line(
    parse: object, content: str, message: str, line: int
) -> None:
    assert callable(parse)

    with pytest.raises(ParseError, match=message) as caught:
        parse(content)

    assert caught.value.line == line


def test_odd_escapes_of_others_are_no_warning_of_ours() -> None:
    assert parse_python(r"x = '\d'").body


def test_values_are_taken_at_the_expected_type_only() -> None:
    value = {"a": {"b": {"c": 1}}, "list": ["x", 3, None], "text": "t"}

    assert table(value, "a", "b") == {"c": 1}
    assert table(value, "list", "b") == {}
    assert table(7) == {}
    assert texts(value["list"]) == ("x",)
    assert texts("x") == ()
    assert text(value["text"]) == "t"
    assert text(["t"]) == ""
