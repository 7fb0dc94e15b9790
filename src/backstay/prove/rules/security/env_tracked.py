"""`.env` among the files of the repository.

## Why
Settings with secrets in them belong to one machine. In the repository they belong to everybody, for
as long as the history lives.

## Flagged
```env .env
SECRET_KEY=6d1f4c  # SEC011
DEBUG=false
```

## Instead
```env .env.example
SECRET_KEY=
DEBUG=false
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.document import Document
from backstay.prove.rule import rule

_SECRET = re.compile(
    r"^\s*(?:export\s+)?(\w*(?:SECRET|PASSWORD|TOKEN|(?:API|SECRET|ACCESS|PRIVATE|SIGNING|ENCRYPTION)_?KEY))\s*=\s*[\"']?[^\s\"'#]"
)
_BLANK = re.compile(
    r"=\s*[\"']?(?:<|\$\{|secret\b|password\b|xxx|\d{1,4}\b|true|false)"
    r"|=.*(?:change|your|example|dummy|placeholder|replace)",
    re.IGNORECASE,
)
_KEPT = (".example", ".sample", ".template", ".dist", ".test")


@rule(
    "SEC011",
    rows=("R-040", "R-116"),
    severity=Severity.HIGH,
    minutes=10,
    hint="`git rm --cached` it, ignore it, commit .env.example, replace the secrets",
)
def env_tracked(document: Document) -> Iterator[Hit]:
    """Files named .env that Git does not ignore and that hold a secret."""
    if not document.name.startswith(".env") or any(one in document.name for one in _KEPT):
        return
    for number, line in enumerate(document.lines, 1):
        if (match := _SECRET.match(line)) and not _BLANK.search(line):
            yield document.hit(number, f"{match[1]} is in a file that Git does not ignore")
            return
