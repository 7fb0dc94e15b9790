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
_READERS = (
    "env",
    "config",
    "getenv",
    "get",
    "pop",
    "setdefault",
    "add_argument",
    "Option",
    "option",
)
_AT_HOME = re.compile(r"debug|dev|local|env|__main__", re.IGNORECASE)
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
            message = f"`{value[:60]}` is the address of one machine"
            taste = source.project.taste if _among_origins(source, node) else None
            yield source.hit(node, message, severity=taste)


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
    """In an example, a comparison, a default that something overrides, or for developers only."""
    return any(_shows(one) or _overridden(source, one, node) for one in source.above(node))


def _shows(one: ast.AST) -> bool:
    """Whether this part around it is there to be read, or for the desk of a developer."""
    if isinstance(one, ast.keyword):
        return one.arg in _SHOWN
    if isinstance(one, ast.Dict):
        keys = (key.value for key in one.keys if isinstance(key, ast.Constant))
        return any(key in ("default", *_SHOWN) for key in keys)
    if isinstance(one, ast.If | ast.IfExp):
        return bool(_AT_HOME.search(ast.dump(one.test)))
    return isinstance(one, ast.Compare)


def _overridden(source: Source, one: ast.AST, node: ast.AST) -> bool:
    """Whether this part around it takes something else where somebody gives it."""
    if isinstance(one, ast.Call):
        return source.last(one.func) in _READERS and node not in one.args[:1]
    if isinstance(one, ast.ClassDef):
        return any(source.last(base).endswith("Settings") for base in one.bases)
    if isinstance(one, ast.Assign):  # a default for the environment itself
        target = one.targets[0]
        return isinstance(target, ast.Subscript) and source.full(target.value) == "os.environ"
    return isinstance(one, ast.BoolOp | ast.arguments)


def _among_origins(source: Source, node: ast.AST) -> bool:
    """Whether it is one of several places that may call, as developers' front ends are."""
    above = source.parent(node)
    return isinstance(above, ast.List | ast.Tuple | ast.Set) and len(above.elts) > 1
