"""Personal data in a log.

## Why
Logs are kept longer than accounts, copied to places with fewer locks, and nobody erases one person
from them. What a row shows of itself ends there too.

## Flagged
```py services
def register(user):
    logger.info("signed up: %s", user.email)  # SEC017
```

```py models
class User(Base):
    __tablename__ = "users"

    def __repr__(self):
        return f"User({self.email})"  # SEC017
```

## Instead
```py services
def register(user):
    logger.info("signed up: %s", user.id)
    logger.info("mail sent", extra={"email_count": len(user.emails)})
```

```py models
class User(Base):
    __tablename__ = "users"

    def __repr__(self):
        return f"User({self.id})"
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import put_in
from backstay.prove.rule import rule

_LEVELS = frozenset("debug info warning warn error critical exception log".split())
_LOGGERS = ("logger", "log", "logging")
_PERSONAL = frozenset(
    "email e_mail email_address phone phone_number mobile birth_date birthday date_of_birth "
    "first_name last_name full_name street address iban ssn passport".split()
)
_SHOWS = ("str", "repr", "format")


@rule(
    "SEC017",
    rows=("R-111", "C-55"),
    severity=Severity.MEDIUM,
    minutes=5,
    hint="log the id; it leads to the person as long as there is one",
)
def personal_data_in_log(source: Source) -> Iterator[Hit]:
    """Personal fields among the arguments of a logger, and in what a row shows of itself."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for call in source.calls:
        if _logs(source, call):
            given = (*call.args, *(one.value for one in call.keywords))
            if name := next((n for part in given for n in _personal(source, part)), ""):
                yield source.hit(call, f"`{name}` is logged")
    for function in source.functions:
        if function.name in ("__repr__", "__str__") and source.layer == "models":
            for one in source.nodes(ast.Return):
                parts = put_in(one.value) if source.function(one) is function else ()
                if name := next((n for part in parts for n in _personal(source, part)), ""):
                    yield source.hit(one, f"`{name}` is shown wherever the row is")


def _logs(source: Source, call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in _LEVELS:
        return False
    owner = source.full(call.func.value).lower().rpartition(".")[2]
    return owner.lstrip("_") in _LOGGERS


def _personal(source: Source, part: ast.expr) -> Iterator[str]:
    """Personal fields whose value is shown; `len(user.email)` and `mask(email)` show none."""
    waiting: list[ast.AST] = [part]
    while waiting:
        one = waiting.pop()
        if isinstance(one, ast.Call) and source.last(one.func) not in _SHOWS:
            continue
        if isinstance(one, ast.IfExp | ast.Compare):
            continue
        if isinstance(one, ast.Name | ast.Attribute) and source.last(one).lower() in _PERSONAL:
            yield source.last(one)
            continue
        waiting.extend(ast.iter_child_nodes(one))
