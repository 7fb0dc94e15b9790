"""Setting that .env.example does not name.

## Why
Whoever sets the service up has .env.example and nothing else. What it does not name is found in a
traceback.

## Flagged
```py app/core/config.py
class Settings(BaseSettings):
    database_url: str
    stripe_key: str  # CFG003
    page_size: int = 20
```
```env .env.example
DATABASE_URL=sqlite:///app.db
```

## Instead
```py app/core/config.py
class Settings(BaseSettings):
    database_url: str
    stripe_key: str
```
```env .env.example
DATABASE_URL=sqlite:///app.db
STRIPE_KEY=
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.environment import settings_of
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule

_EXAMPLES = (".env.example", ".env.sample", ".env.template", ".env.dist", "env.example")
_KEY = re.compile(r"^\s*#?\s*(?:export\s+)?(\w+)\s*=", re.MULTILINE)


@rule(
    "CFG003",
    rows=("R-041", "R-042"),
    severity=Severity.LOW,
    minutes=5,
    hint="add it to .env.example, with a word about it",
    collect=settings_of,
)
def undocumented_setting(tree: Tree) -> Iterator[Hit]:
    """Fields of settings without a default; in projects built from a contract, all fields."""
    texts = [t for p, t in tree.documents.items() if p.rpartition("/")[2] in _EXAMPLES]
    if not texts:
        return
    known = {key.lower() for text in texts for key in _KEY.findall(text)}
    for path, fields in tree.noted.items():
        for name, line, required in fields:
            documented = any(one == name or one.endswith(f"_{name}") for one in known)
            if not documented and (required or tree.project.contract):
                yield tree.hit(path, line, f"{name.upper()} is not in .env.example")
