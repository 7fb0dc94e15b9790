"""Traces: what error answers tell of the inside of a service, in any language."""

import re

_TRACES: tuple[tuple[str, tuple[bytes, ...]], ...] = (
    ("a Python traceback",
     (rb"Traceback \(most recent call last\)", rb"File \"[^\"]+\", line \d+")),
    ("a JavaScript stack", (rb"\bat (?:\S+ )?\(?(?:/|file:|node:|[A-Z]:\\)[^\s)]+:\d+:\d+\)?",)),
    ("a Java stack",
     (rb"\bat [\w$.]+\([\w$]+\.(?:java|kt|scala):\d+\)", rb"java\.lang\.\w+(?:Exception|Error)")),
    ("a .NET stack", (rb"\bat [\w.<>`]+\(.*\) in \S+\.cs:line \d+", rb"System\.\w+Exception:")),
    ("a Go stack", (rb"goroutine \d+ \[running\]", rb"runtime error: \w+")),
    ("a Ruby stack", (rb"\.rb:\d+:in [`']",)),
    ("a PHP stack",
     (rb"<b>(?:Fatal error|Warning|Notice)</b>", rb"Stack trace:\s*#0", rb"\.php(?:\(\d+\)|:\d+)")),
    ("a Rust panic", (rb"panicked at ", rb"\.rs:\d+:\d+")),
    ("a debug page",
     (rb"Werkzeug Debugger", rb"DEBUG = True", rb"Whoops! There was an error", rb"RoutingError",
      rb"Whitelabel Error Page", rb"Django Version:", rb"class=\"traceback\"")),
    ("an SQL error",
     (rb"SQLSTATE\[", rb"ORA-\d{5}", rb"syntax error at or near", rb"SQLITE_[A-Z]+",
      rb"sqlite3\.\w+Error", rb"You have an error in your SQL syntax", rb"psycopg\d?\.",
      rb"asyncpg\.", rb"sqlalchemy\.exc", rb"\bPG::\w+Error", rb"\bSELECT .+ FROM \w+",
      rb"\bINSERT INTO \w+", rb"\bUPDATE \w+ SET\b")),
    ("a path of the server",
     (rb"/site-packages/", rb"/node_modules/", rb"/usr/(?:lib|local)/", rb"/home/\w+/",
      rb"C:\\Users\\")),
)  # fmt: skip
TRACES = tuple((name, re.compile(b"|".join(patterns))) for name, patterns in _TRACES)
LARGEST = 200_000
SHOWN = 80


def trace_in(body: bytes) -> str:
    """What a body tells, and where it begins; empty where it tells nothing."""
    for name, pattern in TRACES:
        found = pattern.search(body[:LARGEST])
        if found is not None:
            shown = " ".join(found[0].decode("utf-8", "replace").split())[:SHOWN]
            return f"{name}: `{shown}`"
    return ""
