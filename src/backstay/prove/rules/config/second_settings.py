"""Second place for settings.

## Why
Two classes that read the environment have two ideas of its names, and one of them is not in the
documents. It may be a part of the first, so this only informs.

## Flagged
```py app/core/config.py
class Settings(BaseSettings):
    database_url: str
```
```py app/mail/client.py
class MailSettings(BaseSettings):  # CFG004
    host: str
```

## Instead
```py app/core/config.py
class MailSettings(BaseSettings):
    host: str

class Settings(BaseSettings):
    mail: MailSettings
```
"""

from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule


@rule(
    "CFG004",
    rows=("R-029", "R-031"),
    severity=Severity.INFO,
    minutes=20,
    hint="make it a part of the one settings class",
)
def second_settings(tree: Tree) -> Iterator[Hit]:
    """Settings classes outside the configuration of a project that has one."""
    found = [
        (facts, klass)
        for facts in tree.of()
        for klass in facts.classes
        if any(base.rpartition(".")[2] == "BaseSettings" for base in klass.bases)
    ]
    if any(facts.layer == "config" for facts, _ in found):
        for facts, klass in found:
            if facts.layer != "config":
                yield tree.hit(facts.path, klass.line, f"{klass.name} is a second set of settings")
