"""Test without an assertion.

## Why
A test that asserts nothing passes as long as nothing explodes; it raises coverage, and holds
nothing.

## Flagged
```py tests/test_tasks.py
def test_create(client):  # TST001
    client.post("/tasks", json={"title": "a"})
```

```py tests/test_tasks.py
async def test_list(client):  # TST001
    response = await client.get("/tasks")
    print(response.json())
```

## Instead
```py tests/test_tasks.py
import pytest

def test_create(client):
    assert client.post("/tasks", json={"title": "a"}).status_code == 201

def test_refused(service):
    with pytest.raises(ValueError):
        service.create("")

def test_mailed(mailer):
    send(mailer)
    mailer.send.assert_called_once_with("a")

def test_checked(page):
    check_page(page)
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.intent import has_answer
from backstay.prove.reading.layers import is_route
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import is_true, keyword
from backstay.prove.rule import rule

_ASSERTS = (
    *("assert", "expect", "check", "verify", "ensure", "should", "must", "raise_for_status"),
    *("compare", "validate", "match", "hold", "wait_for", "simplefilter"),
)
_CONTEXTS = ("raises", "warns", "assertRaises", "assertRaisesRegex", "subTest", "deprecated_call")


@rule(
    "TST001",
    rows=("R-168",),
    severity=Severity.MEDIUM,
    minutes=15,
    hint="assert what should be true afterwards",
)
def test_without_assertion(source: Source) -> Iterator[Hit]:
    """Test functions that neither assert, expect an error, nor call something that does.

    One that only calls holds at least that nothing is raised, and informs; one that has an answer
    in its hands and does not look at it is a mistake.
    """
    if source.layer != "tests":
        return
    holding: set[ast.AST | None] = set()
    for node in (*source.nodes(ast.Assert), *source.nodes(ast.Raise)):
        holding.update(source.above(node))
    for call in source.calls:
        if _holds(source, call):
            holding.update(source.above(call))
    helpers = {one.name for one in source.functions if one in holding} | _refusing(source)
    for call in source.calls:
        if source.last(call.func) in helpers:
            holding.update(source.above(call))
    for function in source.functions:
        named = function.name.startswith("test_") and _is_collected(source, function)
        if named and function not in holding and not _is_fixture(source, function):
            taste = None if has_answer(source, function) else source.project.taste
            yield source.hit(function, f"{function.name} asserts nothing", severity=taste)


def _holds(source: Source, call: ast.Call) -> bool:
    """Whether a call fails when something is wrong: by its name, or a helper that tests share."""
    name = source.last(call.func)
    words = name.lower().lstrip("_")
    return (
        any(one in words for one in _ASSERTS)
        or name in (*_CONTEXTS, "fail", "skip")
        or source.full(call.func).startswith(("tests.", "."))
        or is_true(keyword(call, "check"))  # of subprocess.run
        or any((one.arg or "").startswith(("assert", "expect")) for one in call.keywords)
    )


def _refusing(source: Source) -> set[str]:
    """What is called where an error is expected: elsewhere, not to raise is what it asserts."""
    found: set[str] = set()
    for call in source.calls:
        for one in source.above(call):
            if isinstance(one, ast.With | ast.AsyncWith) and any(
                source.last(item.context_expr) == "raises" for item in one.items
            ):
                found.add(source.last(call.func))
    return found - {"raises"}


def _is_fixture(source: Source, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether it only bears the name: what tests are given, or a route of an app for them."""
    return any(
        source.last(one) in ("fixture", "given") or is_route(one) for one in function.decorator_list
    )


def _is_collected(source: Source, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether pytest takes it for a test: at the level of the module, or in a class of tests."""
    klass = source.klass(function)
    if source.function(function) is not None:
        return False
    return (
        klass is None
        or klass.name.startswith("Test")
        or any("Test" in source.last(one) for one in klass.bases)
    )
