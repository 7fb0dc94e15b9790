import json
from typing import Any

import pytest

from backstay.prove.badinput.case import Answer, Attack, Case, Due
from backstay.prove.badinput.judge import verdict_of

HEADERS = {
    "content-type": "application/json",
    "x-request-id": "abc",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "strict-transport-security": "max-age=1",
}
ERROR = {"code": "not_found", "message": "", "details": [], "timestamp": "", "request_id": "abc"}
DUE = Due(404, "not_found")


def judged(
    due: Due = DUE,
    status: int = 404,
    headers: dict[str, str] = HEADERS,
    *,
    error: Any = ERROR,
    body: bytes | None = None,
    method: str = "GET",
) -> tuple[str, ...]:
    content = json.dumps({"error": error}).encode() if body is None else body
    case = Case(1, "probe", "operation", Attack(method, "/"), due)
    return verdict_of(case, Answer(status, dict(headers), content)).wrong


def test_an_exact_answer_has_nothing_wrong():
    assert judged() == ()


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"status": 500}, "status 500 instead of 404"),
        ({"error": {**ERROR, "code": "other"}}, "code other instead of not_found"),
        ({"error": {**ERROR, "trace": "x"}}, "the envelope holds code, details, message"),
        ({"error": "text"}, "no error envelope"),
        ({"body": b"[]"}, "no error envelope"),
        ({"body": b"not json"}, "no error envelope"),
        ({"headers": HEADERS | {"content-type": "text/html"}}, "no error envelope"),
        ({"headers": HEADERS | {"x-request-id": ""}}, "no x-request-id header"),
        ({"headers": HEADERS | {"x-content-type-options": "x"}}, "no x-content-type-options"),
        ({"headers": HEADERS | {"x-frame-options": ""}}, "no x-frame-options"),
        ({"headers": HEADERS | {"referrer-policy": "unsafe-url"}}, "no referrer-policy"),
        ({"headers": HEADERS | {"content-security-policy": "*"}}, "no content-security-policy"),
        ({"headers": HEADERS | {"strict-transport-security": ""}}, "no strict-transport-security"),
        ({"due": Due(404, "not_found", ("allow",))}, "no allow header"),
        ({"due": Due(404, "not_found", never=("x-request-id",))}, "x-request-id header"),
        ({"error": {**ERROR, "message": "Traceback (most"}}, "the body tells b'Traceback'"),
        ({"error": {**ERROR, "message": "SELECT a"}}, "the body tells b'SELECT '"),
        ({"status": 0, "body": b"ReadError"}, "no answer: ReadError"),
    ],
)
def test_what_is_wrong_is_said(given, wrong):
    assert any(one.startswith(wrong) for one in judged(**given))


def test_a_good_answer_needs_no_envelope():
    assert judged(Due(200), 200, body=b"anything") == ()


def test_a_head_has_no_body():
    assert judged(Due(200), 200, body=b"", method="HEAD") == ()
    assert judged(Due(200), 200, body=b"x", method="HEAD") == ("a body to HEAD",)


def test_the_servers_own_answers_are_judged_by_status_alone():
    assert judged(Due(431, bare=True), 431, {}, body=b"") == ()
    assert judged(Due(431, bare=True), 200, {}, body=b"") == ("status 200 instead of 431",)
