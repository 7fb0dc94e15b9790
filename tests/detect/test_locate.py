"""A key or a string of a manifest is found on the line where it stands."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.detect.locate import (
    LONGEST_LINE,
    json_lines,
    numbered,
    text_line,
    toml_key,
    toml_table,
    toml_text,
)

TOML = """\
title = "fastapi"
[project]
dependencies = [
    # "flask",
    "flask-login",
    "flask",
    "odd; python_version < \\"3.9\\"",
]
[tool.poetry]
dependencies = {redis = "*"}
[tool.poetry.group.dev.dependencies]
"pytest" = "*"
"""


def test_a_string_is_not_found_inside_a_longer_one_or_a_comment() -> None:
    assert toml_text(TOML, "project", "flask") == 6
    assert toml_text(TOML, "project", "flask-login") == 5


def test_a_string_with_escapes_is_found_by_its_beginning() -> None:
    assert toml_text(TOML, "project", 'odd; python_version < "3.9"') == 7


def test_a_key_is_found_in_its_table_or_below_it() -> None:
    assert toml_key(TOML, "tool.poetry.group.dev.dependencies", "pytest") == 12
    assert toml_key(TOML, "tool.poetry", "pytest") == 12
    assert toml_key(TOML, "", "title") == 1


def test_what_is_not_found_leads_to_the_table_and_then_to_the_inline_key() -> None:
    assert toml_text(TOML, "project", "missing") == 2
    assert toml_key(TOML, "tool.poetry.dependencies", "redis") == 10
    assert toml_table(TOML, "tool") == 9
    assert toml_table(TOML, "nowhere.at.all") == 1


def test_json_keys_and_items_have_lines() -> None:
    text = '{ // note\n"a": {\n"b": [1,\n {"c": "a:b,"}, "d"]\n}}'

    assert json_lines(text) == {
        ("a",): 2,
        ("a", "b"): 3,
        ("a", "b", 1): 4,
        ("a", "b", 1, "c"): 4,
        ("a", "b", 2): 4,
    }


@settings(derandomize=True, max_examples=200)
@given(st.text(alphabet='{}[]:,"a\n /*', max_size=60))
def test_lines_of_broken_json_are_within_the_text(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line in json_lines(text).values())


@settings(derandomize=True, max_examples=100)
@given(
    st.dictionaries(st.text(alphabet="abc", min_size=1), st.dictionaries(st.just("x"), st.none()))
)
def test_every_key_of_printed_json_is_found_on_its_line(value: dict[str, dict[str, None]]) -> None:
    text = json.dumps(value, indent=2)
    lines = text.split("\n")

    found = json_lines(text)

    assert {path[0] for path in found} == set(value)
    assert all(f'"{path[-1]}"' in lines[line - 1] for path, line in found.items())


def test_a_text_is_found_on_its_first_line_or_said_to_be_on_the_first() -> None:
    assert text_line("a\nb\nb", "b") == 2
    assert text_line("a", "z") == 1


def test_very_long_lines_are_cut() -> None:
    assert [len(line) for _, line in numbered("x" * 10_000 + "\ny")] == [LONGEST_LINE, 1]
