"""Secret in a file of settings.

## Why
Compose files, manifests and settings are committed with the code; whoever can read the repository,
or has ever cloned it, can sign in.

## Flagged
```yaml docker-compose.yml
services:
  database:
    environment:
      POSTGRES_PASSWORD: x9Tr4-qLm82-vB71k  # SEC018
```

```toml config/settings.toml
api_key = "sk_live_4eC39HqLyjWDarjtT1zdp7dc"  # SEC018
```

## Instead
```yaml docker-compose.yml
services:
  database:
    environment:
      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?set it in .env}
  test:
    environment:
      POSTGRES_PASSWORD: postgres
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.document import Document
from backstay.prove.reading.secrets import is_secret, looks_issued, names_secret
from backstay.prove.rule import rule

_PAIR = re.compile(
    r"""^\s*(?:-\s+|ENV\s+|ARG\s+|export\s+)?["']?([\w.-]+)["']?\s*[:=]\s*["']?([^\s"'#,]+)"""
)
_LOCKS = re.compile(r"requirements|\.lock$|lock\.ya?ml$|(?:^|/)\.env")
_HELD = ("sha256:", "sha1:", "sha512-", "ENC[", "arn:", "vault:")


@rule(
    "SEC018",
    rows=("R-116", "R-039"),
    severity=Severity.HIGH,
    minutes=15,
    hint="take it from the environment, and replace the one that is known now",
)
def secret_in_document(document: Document) -> Iterator[Hit]:
    """Values with the form of an issued key, and random ones under the name of a secret."""
    if document.layer in ("tests", "tools") or _LOCKS.search(document.path):
        return
    for number, line in enumerate(document.lines, 1):
        match = _PAIR.match(line)
        if match is None or match[2].startswith(_HELD):
            continue
        name, value = match[1].replace("-", "_").replace(".", "_"), match[2]
        if looks_issued(value):
            yield document.hit(number, f"`{match[1]}` has the form of an issued key")
        elif names_secret(name) and is_secret(value, name):
            yield document.hit(number, f"`{match[1]}` is a literal")
