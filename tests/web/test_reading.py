"""Strict JSON: how deep it may be, and what brackets count."""

import json

import pytest

from backstay.errors import JsonInvalid, JsonTooDeep
from backstay.web.reading import MOST_LEVELS, read_json


def nested(levels: int) -> bytes:
    return b"[" * levels + b"]" * levels


def test_depth_counts_and_not_how_many_brackets_there_are():
    wide = {"rows": [{"tags": ["a"]} for _ in range(MOST_LEVELS)]}

    assert read_json(json.dumps(wide).encode()) == wide


def test_brackets_inside_of_strings_open_nothing():
    text = ["[" * MOST_LEVELS * 2, '"{[', "\\", "]"]

    assert read_json(json.dumps(text).encode()) == text


def test_the_deepest_that_may_be_and_one_more():
    assert read_json(nested(MOST_LEVELS))
    with pytest.raises(JsonTooDeep):
        read_json(nested(MOST_LEVELS + 1))


def test_what_is_closed_and_never_opened_is_no_json():
    with pytest.raises(JsonInvalid):
        read_json(b"]" + nested(1) * (MOST_LEVELS + 1))
