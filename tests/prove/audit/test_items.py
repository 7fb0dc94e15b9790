"""Items: found wherever services put them, and told apart by what they are called."""

import pytest

from backstay.prove.audit.items import LIMITS, id_in, items_of, number_of


@pytest.mark.parametrize(
    "content",
    [
        [{"id": 1}],
        {"data": [{"id": 1}], "links": []},
        {"data": {"rows": [{"id": 1}]}},
        {"_embedded": {"notes": [{"id": 1}]}},
        {"notes": [{"id": 1}], "page": 1},
    ],
)
def test_items_are_found(content):
    assert items_of(content) == [{"id": 1}]


@pytest.mark.parametrize("content", [None, "text", {"id": 1}, {"tags": ["a"]}, {"a": [], "b": []}])
def test_what_is_no_list_has_none(content):
    assert items_of(content) is None


@pytest.mark.parametrize(
    ("item", "parameter", "found"),
    [
        ({"note_id": 7, "id": 8}, "note_id", "7"),
        ({"id": 8}, "noteId", "8"),
        ({"slug": "a"}, "note", "a"),
        ({"code": "x", "id": 3}, "code_id", "x"),
        ({"id": True}, "id", ""),
        ("plain", "name", "plain"),
        (None, "id", ""),
    ],
)
def test_an_id_is_what_is_called_like_the_parameter_or_like_an_id(item, parameter, found):
    assert id_in(item, parameter) == found


def test_numbers_stand_beside_the_items_or_one_level_below():
    assert number_of({"meta": {"limit": 20}}, LIMITS) == 20
    assert number_of({"limit": 5, "data": []}, LIMITS) == 5
    assert number_of({"limit": True}, LIMITS) is None
    assert number_of([], LIMITS) is None
