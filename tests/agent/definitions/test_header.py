"""Fields of a broken header are read one by one; each damage is named once, with its mend."""

import pytest

from backstay.agent.definitions.frontmatter import split
from backstay.agent.definitions.header import read_fields
from backstay.agent.definitions.tail import take_tail


def read(header: str) -> tuple[dict[str, object], list[tuple[str, int, str]]]:
    fields, repairs = read_fields(split(f"---\n{header}\n---\n"))
    mends = [(one.code, one.line, one.fix.text if one.fix else "") for one in repairs]
    return {field.key: field.value for field in fields}, mends


def test_a_sound_header_needs_no_repair() -> None:
    assert read("a: 1\nb: [x, y]") == ({"a": 1, "b": ["x", "y"]}, [])


@pytest.mark.parametrize(
    ("header", "values", "repairs"),
    [
        ("a: b: c\nd: 1", {"a": "b: c", "d": 1}, [("header-yaml", 2, "a: 'b: c'")]),
        (
            "globs: **/*.js, **/*.ts",
            {"globs": "**/*.js, **/*.ts"},
            [("header-yaml", 2, "globs: '**/*.js, **/*.ts'")],
        ),
        ('a: "open', {"a": "open"}, [("header-yaml", 2, "a: open")]),
        (
            "a: one: x\n  two\n\nb: 1",
            {"a": "one: x two", "b": 1},
            [("header-yaml", 2, "a: 'one: x two'")],
        ),
        ("a:\n\t- x\nb: 1", {"a": ["x"], "b": 1}, [("header-yaml", 3, "a:\n- x")]),
        ("a: 1\nb: 2\na: 3", {"a": 1, "b": 2}, [("duplicate-field", 4, "")]),
        ("stray words\na: 1", {"a": 1}, [("header-yaml", 2, "")]),
        ("# note\na: b: c", {"a": "b: c"}, [("header-yaml", 3, "a: 'b: c'")]),
        ("a: *x", {"a": "*x"}, [("header-yaml", 2, "a: '*x'")]),
        ("a: b: c\nété: 1", {"a": "b: c", "été": 1}, [("header-yaml", 2, "a: 'b: c'")]),
        ("a: 1\n7: b: c", {"a": "1 7: b: c"}, [("header-yaml", 3, "a: '1 7: b: c'")]),
        (
            "a: 1\n7: x\nb: c: d",
            {"a": "1 7: x", "b": "c: d"},
            [("header-yaml", 2, "a: '1 7: x'"), ("header-yaml", 4, "b: 'c: d'")],
        ),
    ],
)
def test_only_what_is_broken_is_repaired(
    header: str, values: dict[str, object], repairs: list[tuple[str, int, str]]
) -> None:
    assert read(header) == (values, repairs)


def test_a_fix_covers_the_lines_of_the_field_and_no_blank_ones() -> None:
    _, repairs = read_fields(split("---\na: b: c\n  more\n\nd: 1\n---\n"))

    (fix,) = (one.fix for one in repairs)
    assert fix
    assert (fix.first, fix.last) == (2, 3)


def test_a_list_among_the_fields_is_left_out() -> None:
    values, repairs = read("- a: 1\n- b: 2\nc: 3")

    assert values == {"c": 3}
    assert repairs == [("header-yaml", 2, "")]


def test_a_block_that_holds_a_list_has_no_fields() -> None:
    parts = take_tail("x\n```yaml agent-fields\n- a\n```\n")

    assert parts
    fields, repairs = read_fields(parts)
    assert (fields, [one.code for one in repairs]) == ((), ["header-yaml"])


def test_the_lines_of_keys_are_those_of_the_file() -> None:
    fields, _ = read_fields(split("\n---\na: 1\nb:\n  c: 2\nd: 3\n---\n"))

    assert [(field.key, field.line) for field in fields] == [("a", 3), ("b", 4), ("d", 6)]
