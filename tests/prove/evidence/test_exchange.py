"""Exchange: what is read of an answer, whatever came."""

import pytest

from backstay.prove.evidence.exchange import SHOWN, Exchange


def answered(body: bytes, status: int = 200, who: str = "") -> Exchange:
    return Exchange(who, "GET", "/one", "", {}, status, {}, body)


def test_data_and_meta_of_a_page():
    seen = answered(b'{"data": [1], "meta": {"total": 1}}')
    assert (seen.data, seen.meta) == ([1], {"total": 1})
    assert (seen.code, seen.fields) == ("", [])


def test_code_and_fields_of_an_error():
    details = b'[{"field": "title"}, "odd"]'
    seen = answered(b'{"error": {"code": "too_long", "details": ' + details + b"}}", 422)
    assert (seen.code, seen.fields) == ("too_long", ["title"])
    assert seen.data is None


@pytest.mark.parametrize("body", [b"", b"no json", b"[1]", b'{"error": "text"}', b'"text"'])
def test_anything_else_reads_as_nothing(body):
    seen = answered(body)
    assert (seen.data, dict(seen.meta), seen.code, seen.fields) == (None, {}, "", [])


def test_one_line_says_who_asked_what_and_what_came():
    assert str(answered(b"{}", 404, "a stranger")) == "GET /one as a stranger: 404 {}"
    assert answered(b"").asked == "GET /one as nobody"


def test_a_long_answer_is_cut():
    assert str(answered(b"x" * 2 * SHOWN)).endswith("x...")
