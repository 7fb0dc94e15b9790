"""Defaults may lie on their bounds, and not one step beyond."""

import pytest

from backstay.blueprint import check

HEAD = "backstay: 1\nservice: shop\nresources:\n  Box:\n    fields:\n      f: "


@pytest.mark.parametrize(
    "written",
    [
        "int 0..9 = 0",
        "int 0..9 = 9",
        "int = -9_007_199_254_740_991",
        "text 3..3 = 'abc'",
        "text 1..1 = '\u00e9'",
        "text 1..1 = 'e\u0301'",
        "text ..5 = ''",
        "decimal 4.2 = 99.99",
        "decimal 4.2 = -99.99",
        "decimal 4.2 = 5",
        "decimal 2.2 = 0.99",
        "seconds 60.. = 60",
    ],
)
def test_a_default_on_its_bounds_is_fine(written):
    assert check(f"{HEAD}{written}\n".encode()) == []


@pytest.mark.parametrize(
    "written",
    [
        "int 0..9 = -1",
        "int 0..9 = 10",
        "int = 9_007_199_254_740_992",
        "text 3..3 = 'abcd'",
        "text 3..3 = 'ab'",
        "decimal 4.2 = 100",
        "decimal 4.2 = 0.001",
        "decimal 4.2 0.. = -0.01",
        "seconds = -1",
    ],
)
def test_a_default_one_step_beyond_is_not(written):
    assert [mistake.code for mistake in check(f"{HEAD}{written}\n".encode())] == ["BS307"]
