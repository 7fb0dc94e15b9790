"""merge: what one side changed is taken from it; what both changed is marked (platforms §2.4)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstay.build.merge import END, MIDDLE, START, Merged, has_markers, merge

BASE = "one\ntwo\nthree\nfour\nfive\n"
LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "\n", "    d\n"]), max_size=12).map("".join)


def text(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def test_two_changes_in_different_places_are_both_taken():
    edited = BASE.replace("two", "TWO")
    fresh = BASE.replace("five", "FIVE")

    assert merge(BASE, edited, fresh) == Merged(text("one", "TWO", "three", "four", "FIVE"), 0)


def test_the_same_change_on_both_sides_is_no_conflict():
    same = BASE.replace("three", "3")

    assert merge(BASE, same, same) == Merged(same, 0)


def test_what_both_changed_is_marked_with_all_of_it():
    merged = merge(BASE, BASE.replace("three", "mine"), BASE.replace("three", "new"))

    marked = text("one", "two", START, "mine", MIDDLE, "new", END, "four", "five")
    assert merged == Merged(marked, 1)
    assert has_markers(merged.text)


def test_lines_added_at_the_same_place_are_a_conflict():
    merged = merge(BASE, BASE.replace("two\n", "two\nmine\n"), BASE.replace("two\n", "two\nnew\n"))

    assert merged.conflicts == 1
    assert "mine\n" in merged.text
    assert "new\n" in merged.text


@pytest.mark.parametrize("many", [2, 3, 130])
def test_any_number_of_conflicts_keeps_all_of_the_edited_text(many):
    def lines(word: str) -> list[str]:
        return [line for n in range(many) for line in (f"{word} {n}", f"kept {n}", f"also {n}")]

    merged = merge(text(*lines("base")), text(*lines("mine")), text(*lines("new")))

    assert merged.conflicts == many
    for n in range(many):
        assert f"mine {n}\n" in merged.text
        assert f"new {n}\n" in merged.text


def test_a_last_line_without_an_end_does_not_swallow_a_marker():
    merged = merge("a", "mine", "new")

    assert merged.text == f"{START}\nmine\n{MIDDLE}\nnew\n{END}\n"


def test_markers_end_as_the_edited_lines_do():
    merged = merge("a\r\n", "mine\r\n", "new\r\n")

    assert merged.text == f"{START}\r\nmine\r\n{MIDDLE}\r\nnew\r\n{END}\r\n"


@pytest.mark.parametrize(
    ("content", "marked"),
    [
        (f"{START}\na\n{MIDDLE}\nb\n{END}\n", True),
        ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n", True),
        (f"{START}\nonly begun\n", False),
        ("a = b << 3\nTitle\n=======\n", False),
    ],
)
def test_markers_are_found_at_the_start_of_lines(content, marked):
    assert has_markers(content) is marked


@given(LINES, LINES)
def test_a_side_that_changed_nothing_has_no_say(base, other):
    assert merge(base, base, other) == Merged(other, 0)
    assert merge(base, other, base) == Merged(other, 0)
    assert merge(base, other, other) == Merged(other, 0)


@given(LINES, LINES, LINES)
def test_no_line_of_either_side_is_lost_in_silence(base, edited, fresh):
    """An added line is in the result; without conflict, so is all that neither side removed."""
    merged = merge(base, edited, fresh)
    lines = merged.text.splitlines(keepends=True)

    for side in (edited, fresh):
        for line in set(side.splitlines(keepends=True)) - set(base.splitlines(keepends=True)):
            assert line in lines
    assert (merged.conflicts > 0) == has_markers(merged.text)
