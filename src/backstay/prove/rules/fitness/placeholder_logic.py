"""Placeholder logic.

## Why
A function that does nothing and returns is worse than one that is missing: it is called, it
succeeds, and nobody learns that the order was never sent. Projects built from a contract promise
that no TODO is left either.

## Flagged
```py services
async def process_order(order_id):
    pass  # FIT005
```

```py services
def refund(payment):
    raise NotImplementedError  # FIT005
```

```py services
def notify(user):
    # TODO: send the mail
    return True  # FIT005
```

```py core contract=1
def total(order):
    # TODO: the discount  # FIT005
    return sum(line.price for line in order.lines)
```

## Instead
```py services
from abc import ABC, abstractmethod

class Mailer(ABC):
    @abstractmethod
    def send(self, mail):
        raise NotImplementedError

class NullMailer(Mailer):
    def send(self, mail):
        \"\"\"Nothing is sent in tests.\"\"\"
```

```py services
from typing import Protocol

class Clock(Protocol):
    def now(self): ...
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.index import Function
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_TODO = re.compile(r"#\s*(TODO|FIXME|XXX|HACK)\b", re.IGNORECASE)
_CHECKED = ("services", "repositories", "routes", "jobs")
_HOOK = re.compile(r"_*(?:before|after|on|pre|post|set_?up|tear_?down|hook)(?:_|$)|\w+_hook$")
_NOTHING = re.compile(r"no_?op|do_?nothing|dummy|(?:^|_)null(?:_|$)")
_DECLARED = ("abstractmethod", "overload", "abstractproperty")


@rule(
    "FIT005",
    rows=("R-024", "C-67"),
    severity=Severity.MEDIUM,
    minutes=60,
    hint="write it, or leave it out until it is needed",
)
def placeholder_logic(source: Source) -> Iterator[Hit]:
    """Functions whose whole body stands for one that is still to be written."""
    if source.project.contract and source.layer not in ("tests", "tools", "migrations"):
        yield from _left_open(source)
    elif source.layer not in _CHECKED:
        return
    for function in source.functions:
        if _is_declaration(source, function):
            continue
        body = function.body[1:] if ast.get_docstring(function) else function.body
        if len(body) == 1 and (why := _stands_in(source, function, body[0])):
            taste = source.project.taste if _is_left(source, function, why) else None
            yield source.hit(body[0], f"{function.name} {why}", severity=taste)


def _left_open(source: Source) -> Iterator[Hit]:
    for number, line in enumerate(source.lines, 1):
        if match := _TODO.search(line):
            yield source.hit(number, f"a {match[1]} is left")


def _is_declaration(source: Source, function: Function) -> bool:
    if any(source.last(one) in _DECLARED for one in function.decorator_list):
        return True
    if _is_typed_only(function) or _NOTHING.search(function.name):
        return True
    if function.name.startswith("__"):
        return True
    klass = source.klass(function)
    bases = {source.last(base) for base in klass.bases} if klass else set()
    return any("Protocol" in base or base in ("ABC", "ABCMeta") for base in bases) or any(
        base.startswith(("Abstract", "Interface")) or base.endswith("Interface") for base in bases
    )


def _stands_in(source: Source, function: Function, only: ast.stmt) -> str:
    if isinstance(only, ast.Pass):
        return "does nothing"
    if isinstance(only, ast.Expr) and isinstance(only.value, ast.Constant):
        return "does nothing" if only.value.value is Ellipsis else ""
    if isinstance(only, ast.Raise) and source.last(only.exc) == "NotImplementedError":
        return "is not written yet"
    lines = source.lines[function.lineno - 1 : function.end_lineno]
    if isinstance(only, ast.Return) and _is_constant(only) and any(map(_TODO.search, lines)):
        return "says that it is still to be done"
    return ""


def _is_constant(node: ast.Return) -> bool:
    return node.value is None or isinstance(node.value, ast.Constant)


def _is_typed_only(function: Function) -> bool:
    """`def name(self) -> str: ...` cannot run as it is typed: it tells a type checker what is."""
    typed = function.returns is not None and not (
        isinstance(function.returns, ast.Constant) and function.returns.value is None
    )
    last = function.body[-1]
    return typed and isinstance(last, ast.Expr) and ast.unparse(last) == "..."


def _is_left(source: Source, function: Function, why: str) -> bool:
    """Whether it is left to classes that inherit, or is what a base class asks for."""
    klass = source.klass(function)
    if klass is None:
        return False
    called = any(
        isinstance(one, ast.Attribute) and one.attr == function.name and source.klass(one) is klass
        for one in ast.walk(klass)
    )
    return "written" in why or bool(klass.bases) or called or bool(_HOOK.match(function.name))
