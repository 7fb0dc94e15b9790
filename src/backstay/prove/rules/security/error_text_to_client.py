"""Text of an internal error in an answer.

## Why
The text of an unforeseen error names tables, hosts and paths. The log may know them, the caller may
not.

## Flagged
```py routes
@router.get("/report")
def report():
    try:
        return build()
    except Exception as error:
        raise HTTPException(status_code=500, detail=str(error))  # SEC007
```

## Instead
```py routes
@router.get("/report")
def report():
    return build()

@router.get("/tasks")
def read(task):
    try:
        return find(task)
    except TaskRefused as error:
        raise HTTPException(status_code=409, detail=str(error)) from error
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import keyword
from backstay.prove.rule import rule

_ANSWERS = frozenset({"HTTPException", "JSONResponse", "ORJSONResponse", "PlainTextResponse"})
_WIDE = frozenset(
    "Exception BaseException OSError SQLAlchemyError DBAPIError OperationalError SMTPException "
    "RequestException ClientError".split()
)
"""Errors whose texts name hosts, tables and paths."""
_SERVER_ERROR = 500


@rule(
    "SEC007",
    rows=("R-117", "C-22"),
    severity=Severity.MEDIUM,
    minutes=10,
    hint="log the error with its traceback; answer with a code and a fixed message",
)
def error_text_to_client(source: Source) -> Iterator[Hit]:
    """Answers of 5xx that hold the caught exception; of one that has a name, they inform."""
    if source.layer in ("tests", "tools"):
        return
    for call in source.calls:
        if source.last(call.func) not in _ANSWERS or not _is_5xx(source, call):
            continue
        caught = _caught(source, call)
        if caught and any(
            isinstance(one, ast.Name) and one.id == caught
            for part in (*call.args, *(one.value for one in call.keywords))
            for one in ast.walk(part)
        ):
            taste = None if _is_wide(source, call) else source.project.taste
            message = f"the answer holds the text of `{caught}`"
            yield source.hit(call, message, severity=taste)


def _is_5xx(source: Source, call: ast.Call) -> bool:
    status = keyword(call, "status_code")
    if status is None and call.args and source.last(call.func) == "HTTPException":
        status = call.args[0]
    if isinstance(status, ast.Constant):
        return isinstance(status.value, int) and status.value >= _SERVER_ERROR
    return (
        source.last(status).startswith("HTTP_5") or source.last(status) == "INTERNAL_SERVER_ERROR"
    )


def _caught(source: Source, call: ast.Call) -> str:
    """The name of the exception that the call is a reaction to."""
    for one in source.above(call):
        if isinstance(one, ast.ExceptHandler):
            return one.name or ""
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
            return ""
    return ""


def _is_wide(source: Source, call: ast.Call) -> bool:
    """Whether the handler around catches what nobody foresaw, so that nobody knows its text."""
    handler = next((one for one in source.above(call) if isinstance(one, ast.ExceptHandler)), None)
    kind = handler.type if handler else None
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(one is None or source.last(one) in _WIDE for one in kinds)
