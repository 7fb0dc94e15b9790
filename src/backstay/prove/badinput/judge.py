"""Judge: whether an answer is exactly the one that is due, and tells nothing that it should not."""

import json
import re
from typing import Any

from backstay.prove.badinput.case import Answer, Case, Verdict

_ENVELOPE = {"code", "message", "details", "timestamp", "request_id"}
_LEAKS = re.compile(
    rb"Traceback|File \"/|sqlalchemy|asyncpg|sqlite3|aiosqlite|pydantic|starlette|fastapi|msgspec"
    rb"|\bSELECT \b|\bINSERT INTO\b|\bUPDATE \w+ SET\b|/site-packages/",
)
_ALWAYS = {
    "x-request-id": "",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "content-security-policy": "frame-ancestors 'none'",
    "strict-transport-security": "max-age=",
}
"""Headers of every answer, and what each must hold (R-108)."""
LEAST_FAULT = 500


def verdict_of(case: Case, answer: Answer) -> Verdict:
    """Hold an answer against what is due."""
    if not answer.status:
        return Verdict(case, 0, (f"no answer: {answer.body.decode()}",))
    wrong = _status(case, answer)
    if not case.due.bare:
        wrong += [*_headers(case, answer), *_body(case, answer)]
    return Verdict(case, answer.status, tuple(wrong))


def _status(case: Case, answer: Answer) -> list[str]:
    if answer.status != case.due.status:
        return [f"status {answer.status} instead of {case.due.status}"]
    return []


def _headers(case: Case, answer: Answer) -> list[str]:
    wrong = [f"no {name} header" for name in case.due.headers if name not in answer.headers]
    wrong += [f"{name} header" for name in case.due.never if name in answer.headers]
    for name, value in _ALWAYS.items():
        if answer.headers.get(name, "") == "" or value not in answer.headers[name]:
            wrong.append(f"no {name} header")
    return wrong


def _body(case: Case, answer: Answer) -> list[str]:
    leak = _LEAKS.search(answer.body)
    wrong = [f"the body tells {leak[0]!r}"] if leak else []
    if case.attack.method == "HEAD":
        return [*wrong, *(["a body to HEAD"] if answer.body else [])]
    if not case.due.code:
        return wrong
    error = _error(answer)
    if error is None:
        return [*wrong, "no error envelope"]
    if error.get("code") != case.due.code:
        wrong.append(f"code {error.get('code')} instead of {case.due.code}")
    if set(error) != _ENVELOPE:
        wrong.append(f"the envelope holds {', '.join(sorted(error))}")
    return wrong


def _error(answer: Answer) -> dict[str, Any] | None:
    try:
        content = json.loads(answer.body)
    except ValueError:
        return None
    if answer.headers.get("content-type") != "application/json" or not isinstance(content, dict):
        return None
    error = content.get("error")
    return error if isinstance(error, dict) else None
