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
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.environment import reads_environment, settings_classes
from backstay.prove.reading.remarks import explained_above
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_OF_THE_SYSTEM = re.compile(
    r"(?:HOME|PATH|PWD|USER|SHELL|TERM|COLORTERM|NO_COLOR|FORCE_COLOR|COLUMNS|LINES|EDITOR|LANG|TZ|CI"
    r"|HOSTNAME|TMPDIR|TEMP|APPDATA|DISPLAY|VIRTUAL_ENV|PYTHON\w*|PYTEST_\w+|XDG_\w+|LC_\w+|SSH_\w+"
    r"|(?:RENDER|FLY|RAILWAY|HEROKU|VERCEL|KUBERNETES|POD|GITHUB|GITLAB|AWS_LAMBDA|OTEL)_\w+|DYNO|K_SERVICE)$"
)
"""What shells, terminals, Python and platforms set themselves: no settings of a service."""
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
        elif node.lineno not in seen and not _of_the_system(source, node):
            seen.add(node.lineno)
            taste = source.project.taste if explained_above(source, node.lineno) else None
            yield source.hit(node, "the environment is read here", severity=taste)


def _of_the_system(source: Source, node: ast.AST) -> bool:
    """Whether its name is one that the system gives, or only a developer's start reads it."""
    if any(
        isinstance(one, ast.If) and "__main__" in ast.dump(one.test) for one in source.above(node)
    ):
        return True
    for one in source.above(node):
        asked = one.slice if isinstance(one, ast.Subscript) else None
        if isinstance(one, ast.Call) and one.args:
            asked = one.args[0]
        if isinstance(asked, ast.Constant):
            return bool(_OF_THE_SYSTEM.match(str(asked.value)))
        if not isinstance(one, ast.Attribute):
            return False
    return False
