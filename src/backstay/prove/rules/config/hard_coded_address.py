"""Address in source.

## Why
The host of one machine works on that machine. Staging gets its own by an edit, which is a release.

## Flagged
```py services
QUEUE = "redis://localhost:6379/0"  # CFG002

async def rates():
    return await client.get("http://10.2.0.14:8080/rates")  # CFG002
```

```py repositories
def connect():
    return psycopg.connect(host="10.0.4.7", port=5432, dbname="shop")  # CFG002
```

## Instead
```py config
class Settings(BaseSettings):
    redis_url: str = "redis://localhost:6379/0"
```

```py services
DOCS = "https://docs.example.com/errors"

async def rates():
    return await client.get(f"{settings.rates_url}/rates")

class Hook(BaseModel):
    url: str = Field(examples=["http://localhost:8000/hook"])

def connect():
    return psycopg.connect(host=settings.db_host, port=settings.db_port)
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import strings
from backstay.prove.rule import rule

_ADDRESS = re.compile(
    r"^[a-z][a-z0-9+]*://(?:[^/@\s]*@)?(?:localhost|127\.0\.0\.1|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+"
    r"|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+)(?::\d+)?(?:/|$)"
)
_HOST = re.compile(
    r"localhost|127\.0\.0\.1|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+"
)
_HOSTS = ("host", "hostname", "bootstrap_servers")
_READERS = ("os.getenv", "os.environ.get", "env", "config", "decouple.config")
_SHOWN = ("examples", "example", "description", "help", "json_schema_extra", "openapi_examples")


@rule(
    "CFG002",
    rows=("R-039",),
    severity=Severity.LOW,
    minutes=10,
    hint="add a setting for it",
)
def hard_coded_address(source: Source) -> Iterator[Hit]:
    """URLs and hosts of this machine or of a private network, outside settings."""
    if source.layer in ("tests", "tools", "migrations", "config"):
        return
    for node, value in strings(source):
        address = _ADDRESS.match(value) or _is_host(source, node, value)
        if address and not _excused(source, node):
            yield source.hit(node, f"`{value[:60]}` is the address of one machine")


def _is_host(source: Source, node: ast.AST, value: str) -> bool:
    """Whether a text is the host that a client is told to call; a server listens where it is."""
    parent = source.parent(node)
    call = source.parent(parent) if isinstance(parent, ast.keyword) else None
    return (
        isinstance(parent, ast.keyword)
        and parent.arg in _HOSTS
        and bool(_HOST.fullmatch(value))
        and isinstance(call, ast.Call)
        and source.last(call.func) not in ("run", "Config", "Granian", "serve", "listen")
    )


def _excused(source: Source, node: ast.AST) -> bool:
    """In an example, a comparison, a default of the environment, or below `__main__`."""
    for one in source.above(node):
        if isinstance(one, ast.keyword) and one.arg in _SHOWN:
            return True
        if isinstance(one, ast.Compare):
            return True
        if isinstance(one, ast.Call) and source.full(one.func) in _READERS:
            return True
        if isinstance(one, ast.If) and "__main__" in ast.dump(one.test):
            return True
        if isinstance(one, ast.ClassDef) and any(
            source.last(base).endswith("Settings") for base in one.bases
        ):
            return True
    return False
