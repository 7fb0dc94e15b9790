"""Lists are read in every form in which people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.agent.definitions.lists import as_list, join_list, split_list


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Read, Write", ("Read", "Write")),
        ("Read,Write,", ("Read", "Write")),
        ("Read Write", ("Read", "Write")),
        ("Bash(git add, git rm), Read", ("Bash(git add, git rm)", "Read")),
        ("Bash(git add:*) Read", ("Bash(git add:*)", "Read")),
        ("**/*.{ts,tsx}, *.py", ("**/*.{ts,tsx}", "*.py")),
        ("'a', \"b\", `c`", ("a", "b", "c")),
        ("f(a(b, c), d), e", ("f(a(b, c), d)", "e")),
        ("a), b", ("a)", "b")),
        ("", ()),
        (" , ", ()),
    ],
)
def test_a_line_is_a_list(text: str, items: tuple[str, ...]) -> None:
    assert split_list(text) == items


@pytest.mark.parametrize(
    ("value", "items"),
    [
        (["a", 1, True, None], ("a", "1", "true")),
        ("a b", ("a", "b")),
        ([["a"]], None),
        ([{"a": 1}], None),
        (7, None),
        ({"a": 1}, None),
    ],
)
def test_values_are_lists_or_none(value: object, items: tuple[str, ...] | None) -> None:
    assert as_list(value) == items


@settings(derandomize=True, max_examples=300)
@given(st.lists(st.text(alphabet="ab ,()\"'{}", max_size=6)).map(tuple))
def test_a_joined_list_reads_back(items: tuple[str, ...]) -> None:
    joined = join_list(items)

    assert as_list(joined) == items
    assert not items or isinstance(joined, list) or split_list(joined) == items


def test_deeply_nested_brackets_cost_one_pass() -> None:
    assert split_list("(" * 100_000 + "," + ")" * 100_000) == ("(" * 100_000 + "," + ")" * 100_000,)
