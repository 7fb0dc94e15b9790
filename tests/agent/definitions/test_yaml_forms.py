"""YAML is read as version 1.2, strictly, and written so that every reader reads it alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.agent.definitions.yaml_forms import HeaderError, dump_yaml, load_yaml

TEXT = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=8),
    st.sampled_from(["yes", "1e3", "0o17", "1:30", "2024-01-01", "~", "a: b", "- x", "*x", "\x85"]),
    st.sampled_from(["a\nb", "a\n\nb\n\n", "\n", " x", "x ", "---", "...", "|", ">", "\u2028"]),
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), TEXT),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.dictionaries(TEXT, VALUES, max_size=3))
def test_what_is_written_is_read_again(value: dict[str, object]) -> None:
    assert load_yaml(dump_yaml(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("yes", "yes"), ("on", "on"), ("2024-01-01", "2024-01-01"), ("1:30", "1:30"), ("<<", "<<")],
)
def test_version_1_1_meant_something_else_by_these(text: str, value: str) -> None:
    assert load_yaml(f"a: {text}") == {"a": value}


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("a: &x [*x]", "aliases are not read", 1),
        ("a: 1\nb: 2\na: 3", "the key 'a' is given twice", 3),
        ("a: b: c", "mapping values are not allowed here", 1),
        ("a: 1\n\tb: 2", "found character", 2),
        ("a: !!python/object/apply:os.system [ls]", "could not determine a constructor", 1),
        ("a: \x07", "a character that YAML does not allow", 1),
        ("? [a]\n: b", "not readable as YAML", 1),
        ("[" * 5000, "not readable as YAML", 1),
    ],
)
def test_what_is_not_plain_yaml_is_refused_with_its_line(
    text: str, message: str, line: int
) -> None:
    with pytest.raises(HeaderError, match=message) as caught:
        load_yaml(text)

    assert caught.value.line == line


def test_several_lines_are_shown_as_a_block() -> None:
    assert dump_yaml({"a": "one\ntwo\n"}) == "a: |\n  one\n  two\n"
