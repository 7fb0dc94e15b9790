"""Unsafe default of a setting.

## Why
What nobody sets is what runs. Production is the place where things are forgotten, so the default
must be the one for production.

## Flagged
```py config
class Settings(BaseSettings):
    debug: bool = True  # CFG006
```

## Instead
```py config
class Settings(BaseSettings):
    debug: bool = False
    environment: str = "production"

class DevelopmentSettings(Settings):
    debug: bool = True
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.environment import settings_classes
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import is_true
from backstay.prove.rule import rule

_DEBUG = frozenset({"debug", "debug_mode", "app_debug"})
_FILE = re.compile(r"\.env\.(\w+)")
_FOR_OTHERS = ("dev", "test", "local", "debug")


@rule(
    "CFG006",
    rows=("R-032", "R-045"),
    severity=Severity.MEDIUM,
    minutes=5,
    hint="False; developers set DEBUG in their own .env",
)
def unsafe_default(source: Source) -> Iterator[Hit]:
    """A debug switch that is on by default, outside settings for developers and tests."""
    if source.layer in ("tests", "tools"):
        return
    for klass in settings_classes(source):
        file = next(iter(_FILE.findall(ast.dump(klass))), "")
        if any(word in f"{klass.name} {file}".lower() for word in _FOR_OTHERS):
            continue
        for one in klass.body:
            named = isinstance(one, ast.AnnAssign) and source.last(one.target).lower() in _DEBUG
            if named and is_true(getattr(one, "value", None)):
                yield source.hit(one, "debug is on by default")
