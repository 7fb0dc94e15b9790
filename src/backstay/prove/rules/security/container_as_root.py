"""Container that runs as root.

## Why
Whoever breaks out of the process is root in the container, and one kernel bug from the host.

## Flagged
```Dockerfile Dockerfile
FROM python:3.12-slim
COPY . /app
CMD ["uvicorn", "app.main:app"]  # SEC013
```

## Instead
```Dockerfile Dockerfile
FROM python:3.12-slim
RUN useradd --system app
COPY . /app
USER app
CMD ["uvicorn", "app.main:app"]
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.document import Document
from backstay.prove.rule import rule

_WORD = re.compile(r"^\s*(FROM|USER|CMD|ENTRYPOINT)\s+(.*)$", re.IGNORECASE)
_BROWSER = re.compile(r"(?:^|/)(?:frontend|client|web|ui)/")
_SERVES = re.compile(r"python|uvicorn|gunicorn|granian|node|npm|flask|fastapi|start", re.IGNORECASE)


@rule(
    "SEC013",
    rows=("R-241",),
    severity=Severity.LOW,
    minutes=10,
    hint="make a user and end the last stage with USER",
)
def container_as_root(document: Document) -> Iterator[Hit]:
    """Last stages that start a service and never leave root."""
    if not document.name.startswith("Dockerfile") or document.layer in ("tests", "tools"):
        return
    if _BROWSER.search(document.path):
        return
    user, start, image = "", 0, ""
    for number, line in enumerate(document.lines, 1):
        if (match := _WORD.match(line)) is None:
            continue
        word, rest = match[1].upper(), match[2]
        if word == "FROM":
            user, start, image = "", 0, rest
        elif word == "USER":
            user = rest.strip()
        elif _SERVES.search(rest):
            start = number
    if start and user in ("", "root", "0") and "distroless" not in image and "nonroot" not in image:
        yield document.hit(start, "the service runs as root")
