"""Settings without .env.example.

## Why
The first command in a new clone fails, and what it needs stands in a colleague's head.

## Flagged
```py app/core/config.py
class Settings(BaseSettings):
    database_url: str  # CFG005
    stripe_key: str
```

## Instead
```py app/core/config.py
class Settings(BaseSettings):
    database_url: str = "sqlite:///app.db"
```
"""

from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.environment import settings_of
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule


@rule(
    "CFG005",
    rows=("R-041", "R-042"),
    severity=Severity.LOW,
    minutes=15,
    hint="commit .env.example with every key and no secret",
    collect=settings_of,
)
def no_env_example(tree: Tree) -> Iterator[Hit]:
    """Required settings in a tree that has no file of example settings at all."""
    names = [one.rpartition("/")[2].lower() for one in tree.files]
    if any("env" in one and not one.endswith((".py", ".ts", ".js")) for one in names):
        return
    for path, fields in tree.noted.items():
        needed = [line for _, line, required in fields if required]
        if needed:
            message = f"{len(needed)} settings are needed and nothing lists them"
            yield tree.hit(path, needed[0], message)
