"""Emoji in source.

## Why
Logs and messages are read in terminals, mail and search indexes that show a box instead; and
nobody has ever searched for a rocket.

## Flagged
```py services
import logging

logging.info("Order shipped \U0001f680")  # FIT006
```

## Instead
```py services
import logging

logging.info("Order shipped")
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_EMOJI = re.compile("[\U0001f300-\U0001faff\U0001f1e6-\U0001f1ff\u2600-\u26ff\u2705\u2728\u274c]")


@rule(
    "FIT006",
    rows=("R-202", "C-43"),
    severity=Severity.LOW,
    minutes=2,
    hint="say it in words",
)
def emoji_in_source(source: Source) -> Iterator[Hit]:
    """Lines with pictures in them."""
    if not _EMOJI.search(source.text):
        return
    for number, line in enumerate(source.lines, 1):
        if _EMOJI.search(line):
            yield source.hit(number, "an emoji", severity=source.project.taste)
