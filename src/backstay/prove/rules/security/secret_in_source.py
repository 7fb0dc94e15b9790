"""Secret in source.

## Why
What is in source is in every clone, in every image and in the history for ever. A default is worse:
it works, so nobody replaces it.

## Flagged
```py services
STRIPE_API_KEY = "sk_live_4eC39HqLyjWDarjtT1zdp7dc"  # SEC002

def connect():
    return client(password="tr0ub4dor-and-3")  # SEC002
```

```py config
class Settings(BaseSettings):
    SECRET_KEY: str = "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7"  # SEC002
```

## Instead
```py config
import os

TOKEN_URL = "/api/v1/token"
PASSWORD_FIELD = "password"
RESET_SECRET_NAME = "password-reset"
SECRET_KEY = os.environ["SECRET_KEY"]

class Settings(BaseSettings):
    SECRET_KEY: str
    refresh_token_cookie: str = "refresh_token"
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.secrets import is_secret, looks_issued, names_secret, signs
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import strings
from backstay.prove.rule import rule

_MADE_UP = re.compile(r"(?:TEST|EXAMPLE|DUMMY|FAKE|MOCK|SAMPLE)_", re.IGNORECASE)
"""How things are called that open nothing."""


@rule(
    "SEC002",
    rows=("R-116", "R-039"),
    severity=Severity.HIGH,
    minutes=15,
    hint="read it from the environment, without a default, and replace the one that is known now",
)
def secret_in_source(source: Source) -> Iterator[Hit]:
    """Strings with the form of an issued key, and literals given to names of secrets."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for node, value in strings(source):
        if value.endswith("...") or "{{" in value or _shown(source, node):
            continue
        if looks_issued(value):
            yield source.hit(node, "this has the form of an issued key")
        elif (name := _name(source, node)) and _MADE_UP.match(name):
            continue
        elif names_secret(name) and is_secret(value, name):
            yield source.hit(node, f"`{name}` is a literal")
        elif value and " " not in value and _opens(source, node, value, name):
            yield source.hit(node, f"`{name}` is a literal that anybody can sign with")


def _name(source: Source, node: ast.Constant) -> str:
    """What a literal is given to: a variable, a key, a keyword, a default of getenv."""
    parent = source.parent(node)
    if isinstance(parent, ast.Assign) and parent.value is node:
        return _target(source, parent.targets[0])
    if isinstance(parent, ast.AnnAssign) and parent.value is node:
        return source.last(parent.target)
    if isinstance(parent, ast.keyword):
        return parent.arg or ""
    if isinstance(parent, ast.Dict) and node in parent.values:
        key = parent.keys[parent.values.index(node)]
        return str(key.value) if isinstance(key, ast.Constant) else ""
    if isinstance(parent, ast.Call) and len(parent.args) > 1 and parent.args[1] is node:
        asked = parent.args[0]
        if source.last(parent.func) in ("getenv", "get") and isinstance(asked, ast.Constant):
            return str(asked.value)
    return ""


def _target(source: Source, target: ast.expr) -> str:
    """`SECRET_KEY`, or `SECRET_KEY` of `app.config["SECRET_KEY"]`."""
    if isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Constant):
        return str(target.slice.value)
    return source.last(target)


def _opens(source: Source, node: ast.Constant, value: str, name: str) -> bool:
    """Whether it is given to a signing key, and is more than the name again.

    `"secret"` as a key of a dict may be anything; a member of an enumeration says its own name.
    """
    if not signs(name) or (isinstance(source.parent(node), ast.Dict) and name == "secret"):
        return False
    klass = source.klass(node)
    of_settings = klass is not None and re.search(r"Settings|Config", klass.name)
    inside = klass is not None and not of_settings
    return value != name and not (inside and value.lower() == name.lower())


def _shown(source: Source, node: ast.AST) -> bool:
    """Whether it stands in an example of the API's document."""
    for one in source.above(node):
        if isinstance(one, ast.keyword) and "example" in (one.arg or ""):
            return True
        if isinstance(one, ast.Dict) and any(
            isinstance(key, ast.Constant) and "example" in str(key.value) for key in one.keys
        ):
            return True
    return False
