"""Names that follow from names: the examples of contract.md section 6, and what they imply."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstay.blueprint.naming import item_parameter, kebab, operation_id, plural, snake


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Task", "task"),
        ("TimeEntry", "time_entry"),
        ("APIKey", "api_key"),
        ("OAuth2Client", "o_auth2_client"),
        ("HTTP", "http"),
        ("A", "a"),
    ],
)
def test_snake_parts_words_at_capitals_and_at_the_end_of_runs_of_capitals(name, expected):
    assert snake(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Task", "tasks"),
        ("TimeEntry", "time_entries"),
        ("Day", "days"),
        ("Address", "addresses"),
        ("Box", "boxes"),
        ("Quiz", "quizes"),
        ("Branch", "branches"),
        ("Dish", "dishes"),
        ("Person", "persons"),
    ],
)
def test_plurals_follow_three_endings_and_no_word_list(name, expected):
    assert plural(name) == expected


def test_paths_are_kebab_case_and_items_are_named_after_their_resource():
    assert kebab(plural("TimeEntry")) == "time-entries"
    assert item_parameter("TimeEntry") == "time_entry_id"


@pytest.mark.parametrize(
    ("kind", "action", "expected"),
    [
        ("list", "", "list_people"),
        ("create", "", "create_person"),
        ("get", "", "get_person"),
        ("action", "wake_up", "wake_up_person"),
    ],
)
def test_operation_ids_name_the_table_for_lists_and_the_row_for_all_else(kind, action, expected):
    assert operation_id(kind, "Person", "people", action) == expected


def test_the_operations_of_sign_in_are_called_what_they_are():
    assert operation_id("register", "", "") == "register"


@given(st.from_regex(r"[A-Z][A-Za-z0-9]{0,39}", fullmatch=True))
def test_every_resource_name_gives_a_snake_case_word_without_doubled_underscores(name):
    assert snake(name).replace("_", "") == name.lower()
    assert "__" not in snake(name)
    assert not snake(name).startswith("_")
