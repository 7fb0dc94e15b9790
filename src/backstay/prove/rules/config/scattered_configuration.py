"""Environment read outside the configuration module.

## Why
One class that reads and checks the environment fails at start, with a list. Ten places that read it
fail one by one, in production.

## Flagged
```py services
import os

def connect():
    return client(os.environ["MAIL_HOST"], os.getenv("MAIL_PORT"))  # CFG001
```

## Instead
```py config
import os

MAIL_HOST = os.environ["MAIL_HOST"]
```

```py services
from app.core.config import settings

def connect():
    return client(settings.mail_host)
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.environment import reads_environment, settings_classes
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_ELSEWHERE = ("tests", "tools", "migrations", "entry")


@rule(
    "CFG001",
    rows=("R-029", "R-030", "C-03"),
    severity=Severity.MEDIUM,
    minutes=10,
    hint="add a field to the settings and use that",
    habit=True,
)
def scattered_configuration(source: Source) -> Iterator[Hit]:
    """Uses of os.environ and os.getenv, one per line, outside the module that holds settings."""
    if source.layer in _ELSEWHERE:
        return
    settings = source.layer == "config" or any(
        source.last(base) == "BaseSettings" for k in source.nodes(ast.ClassDef) for base in k.bases
    )
    for klass in settings_classes(source):
        yield from (source.keeps(one) for one in klass.body if isinstance(one, ast.AnnAssign))
    seen: set[int] = set()
    for node in reads_environment(source):
        if settings:
            yield source.keeps(node)
        elif node.lineno not in seen:
            seen.add(node.lineno)
            yield source.hit(node, "the environment is read here")
