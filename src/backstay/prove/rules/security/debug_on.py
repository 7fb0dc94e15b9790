"""Debug mode switched on in source.

## Why
Flask's debugger runs what the browser sends; FastAPI's and Django's pages show source, settings and
variables to whoever provokes an error.

## Flagged
```py app/main.py
app = FastAPI(debug=True)  # SEC009
```

```py app/settings.py
DEBUG = True  # SEC009
```

## Instead
```py app/main.py
app = FastAPI(debug=settings.debug)
```

```py app/settings.py
DEBUG = env.bool("DEBUG", default=False)
```

```py app/settings/local.py
DEBUG = True
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import is_true, keyword
from backstay.prove.rule import rule

_FOR_DEVELOPERS = re.compile(r"dev|local|test|debug", re.IGNORECASE)


@rule(
    "SEC009",
    rows=("R-032", "R-117"),
    severity=Severity.MEDIUM,
    minutes=5,
    hint="read it from the settings; off is the default",
)
def debug_on(source: Source) -> Iterator[Hit]:
    """Apps that are made with debug on, and DEBUG = True outside settings for developers."""
    if source.layer in ("tests", "tools") or _FOR_DEVELOPERS.search(source.path):
        return
    for call in source.calls:
        makes = source.last(call.func) in ("FastAPI", "Starlette")
        runs = source.last(call.func) == "run" and source.full(call.func).endswith("app.run")
        if (makes or runs) and is_true(keyword(call, "debug")):
            yield source.hit(call, "debug is on")
    if source.layer == "config" and "django" not in source.path:
        for one in source.tree.body:
            if (
                isinstance(one, ast.Assign)
                and source.last(one.targets[0]) == "DEBUG"
                and is_true(one.value)
            ):
                yield source.hit(one, "DEBUG is on by default")
