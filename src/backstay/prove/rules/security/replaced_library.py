"""Library that is no longer kept up, or was replaced.

## Why
A library for tokens or passwords without maintainers is a hole with a date.

## Flagged
```txt requirements.txt
fastapi==0.110.0
python-jose[cryptography]==3.3.0  # SEC010
```

```toml pyproject.toml
[project]
dependencies = [
    "passlib[bcrypt]>=1.7",  # SEC010
]
```

## Instead
```txt requirements.txt
fastapi==0.110.0
pyjwt==2.13.0
pwdlib[argon2]==0.3.0
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.document import Document
from backstay.prove.rule import rule

REPLACED = {
    "python-jose": "PyJWT or joserfc",
    "passlib": "pwdlib",
    "aioredis": "redis (redis.asyncio)",
    "pycrypto": "cryptography",
    "fastapi-jwt-auth": "PyJWT",
    "jose": "PyJWT",
    "sklearn": "scikit-learn",
    "pyjwt-key-fetcher": "PyJWT (PyJWKClient)",
}
_NAME = re.compile(
    r"""^\s*["']?([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*["']?\s*(?:[=<>~!;,"'{]|$)"""
)


@rule(
    "SEC010",
    rows=("R-120", "R-199", "C-17"),
    severity=Severity.LOW,
    minutes=60,
)
def replaced_library(document: Document) -> Iterator[Hit]:
    """Requirements that have a living successor."""
    if not (document.name == "pyproject.toml" or "requirements" in document.path):
        return
    if document.name.endswith((".lock", ".ini")):
        return
    for number, line in enumerate(document.lines, 1):
        match = _NAME.match(line)
        name = match[1].lower().replace("_", "-") if match else ""
        if name in REPLACED and not line.lstrip().startswith("#"):
            yield document.hit(number, f"{name} is no longer kept up", hint=f"use {REPLACED[name]}")
