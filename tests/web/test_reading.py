"""Strict JSON: how deep it may be, which brackets count, and what is refused by name."""

import json

import pytest

from backstay.errors import BackstayError, JsonInvalid, JsonTooDeep, UnsupportedMediaType
from backstay.web.exchange import Exchange
from backstay.web.reading import (
    MOST_DIGITS,
    MOST_ITEMS,
    MOST_LEVELS,
    check_media,
    read_json,
)


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


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 422, "body_required"),
        (b"[" + b"0," * (MOST_ITEMS + 1) + b"0]", 422, "too_many_items"),
        ("[1]".encode("utf-16"), 415, "charset_unsupported"),
        (b'{"a": 1, "a": 1}', 422, "duplicate_key"),
        (b"1" * (MOST_DIGITS + 1), 422, "out_of_range"),
        (b"1e999", 422, "not_finite"),
        (b"-1e999", 422, "not_finite"),
        (b"NaN", 422, "not_finite"),
    ],
)
def test_what_python_would_let_through_is_refused_by_name(body: bytes, status: int, code: str):
    with pytest.raises(BackstayError) as refused:
        read_json(body)
    assert (refused.value.status, refused.value.code) == (status, code)


def test_numbers_up_to_the_limits_are_read():
    assert read_json(b"[1.5, -2e3, " + b"1" * MOST_DIGITS + b"]") == [
        1.5,
        -2000.0,
        int("1" * MOST_DIGITS),
    ]


@pytest.mark.parametrize(
    ("kind", "encoding", "code"),
    [
        (b"text/plain", None, "unsupported_media_type"),
        (b"application/json; charset=latin-1", None, "charset_unsupported"),
        (b"application/json", b"gzip", "encoding_unsupported"),
    ],
)
def test_only_plain_json_in_utf_8_is_taken(kind: bytes, encoding: bytes | None, code: str):
    headers = [(b"content-type", kind)]
    if encoding is not None:
        headers.append((b"content-encoding", encoding))
    with pytest.raises(UnsupportedMediaType) as refused:
        check_media(Exchange(headers))
    assert refused.value.code == code
    check_media(
        Exchange([(b"content-type", b" Application/JSON"), (b"content-encoding", b"identity")])
    )
