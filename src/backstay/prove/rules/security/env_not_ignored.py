"""`.env` that Git does not ignore.

## Why
A `.env` that is not ignored is committed one day, with every secret in it, and stays in history.

## Flagged
```txt .gitignore
__pycache__/  # SEC012
*.log
```
```py app/core/config.py
class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env")
```

## Instead
```txt .gitignore
__pycache__/
.env
```
```py app/core/config.py
class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env")
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule

_IGNORED = re.compile(r"^(?:\*\*/|/)?(?:\.env\*?|\.env\.\*|\*\.env|\.env\[.*)/?\s*$", re.MULTILINE)


def _reads_it(source: Source) -> bool:
    return source.layer not in ("tests", "tools") and (
        "load_dotenv" in source.text or "env_file" in source.text
    )


@rule(
    "SEC012",
    rows=("R-040",),
    severity=Severity.HIGH,
    minutes=2,
    hint="add a line `.env`",
    collect=_reads_it,
)
def env_not_ignored(tree: Tree) -> Iterator[Hit]:
    """Projects that read `.env` and whose .gitignore files do not name it."""
    ignoring = {p: t for p, t in tree.documents.items() if p.rpartition("/")[2] == ".gitignore"}
    tracked = any(path.rpartition("/")[2] == ".env" for path in tree.files)  # SEC011 looks at it
    if not tree.noted or not ignoring or tracked:
        return
    if not any(_IGNORED.search(text) for text in ignoring.values()):
        yield tree.hit(min(ignoring, key=len), 1, "`.env` is not ignored")
