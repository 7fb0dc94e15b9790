"""Script: a failed trial as a shell script of curl lines that shows the failure again.

What the subject made up (ids, versions, tokens) is read from its answers when the script runs;
addresses get a suffix, so that it runs more than once on the same database.
"""

import re
import shlex
from collections.abc import Sequence

from backstay.prove.evidence.exchange import Exchange

MOST_STEPS = 60

PRELUDE = """\
#!/usr/bin/env bash
# {claim}
# {why}
#
# Needs the service running on a database of yours for tests (`backstay serve`), curl, python3.
# Where a line starts with `sql`, DATABASE_URL must name that database.
set -u
BASE=${{BASE:-http://127.0.0.1:8000}}
RUN=$(date +%s)
ANSWER=$(mktemp)
trap 'rm -f "$ANSWER"' EXIT
ask() {{ curl --silent --show-error --include --max-time 30 "$@" | tee "$ANSWER"; echo; echo; }}
header() {{ grep -i "^$1:" "$ANSWER" | head -1 | cut -d' ' -f2- | tr -d '\\r\\n'; }}
data() {{ tail -1 "$ANSWER" | python3 -c "import json,sys
print(json.load(sys.stdin)['data']['$1'])"; }}
sql() {{ case $DATABASE_URL in
  sqlite*) python3 -c "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); \\
c.execute(sys.argv[2]); c.commit()" "${{DATABASE_URL#sqlite:///}}" "$1" ;;
  *) psql "$DATABASE_URL" -c "$1" ;;
esac; }}
"""

_EMAIL = re.compile(r"\b((?:account|row)\d+)@example\.org")


def script_of(claim: str, why: str, steps: Sequence[Exchange | str]) -> str:
    """The script of a trial's steps: requests, and SQL as text.

    Args: claim, what was to be shown; why, what was seen instead; steps, in order.
    """
    known = _Known()
    lines = [PRELUDE.format(claim=_one_line(claim), why=_one_line(why))]
    for step in steps[:MOST_STEPS]:
        lines += [known.sql(step)] if isinstance(step, str) else known.request(step)
    if len(steps) > MOST_STEPS:
        lines.append(f"# {len(steps) - MOST_STEPS} more requests like these are left out")
    return "\n".join(lines) + "\n"


def until(steps: Sequence[Exchange | str], last: Exchange | None) -> Sequence[Exchange | str]:
    """The steps up to one of them; all where it is none of them."""
    for place, step in enumerate(steps):
        if step is last:
            return steps[: place + 1]
    return steps


class _Known:
    """What earlier answers said, and the variable that holds it."""

    def __init__(self) -> None:
        self._variables: dict[str, str] = {}
        self._etags: dict[str, str] = {}
        self._tokens: dict[str, str] = {}

    def sql(self, text: str) -> str:
        return f"sql {self._quoted(text)}"

    def request(self, exchange: Exchange) -> list[str]:
        words = [f"ask -X {exchange.method}", f'"$BASE"{self._quoted(exchange.path)}']
        for name, value in exchange.headers.items():
            held = self._etags.get(value)
            shown = f'"{name}: ${held}"' if held else self._quoted(f"{name}: {value}")
            words.append(f"-H {shown}")
        if exchange.who:
            variable = self._tokens.get(exchange.who, "TOKEN")
            words.append(f'-H "Authorization: Bearer ${variable}"')
        if exchange.sent:
            words.append(f"--data-binary {self._quoted(exchange.sent)}")
        shown = f"# {exchange.asked}: answered {exchange.status}"
        return ["", shown, " ".join(words), *self._learn(exchange)]

    def _learn(self, exchange: Exchange) -> list[str]:
        """Lines that keep what later requests will need."""
        data, lines = exchange.data, []
        if isinstance(data, dict) and "id" in data and str(data["id"]) not in self._variables:
            self._variables[str(data["id"])] = variable = f"ID_{len(self._variables) + 1}"
            lines.append(f"{variable}=$(data id)")
        tag = exchange.answered.get("etag")
        if tag and tag not in self._etags:
            self._etags[tag] = variable = f"ETAG_{len(self._etags) + 1}"
            lines.append(f"{variable}=$(header etag)")
        if isinstance(data, dict) and "access_token" in data and exchange.signs_in:
            self._tokens[exchange.signs_in] = variable = f"TOKEN_{len(self._tokens) + 1}"
            lines.append(f"{variable}=$(data access_token)")
        return lines

    def _quoted(self, text: str) -> str:
        """The text for the shell, with variables where earlier answers said its parts."""
        found = [value for value in self._variables if value in text]
        marked = _EMAIL.sub("\\1-\x00RUN\x00@example.org", text)
        for value in sorted(found, key=len, reverse=True):
            marked = marked.replace(value, f"\x00{self._variables[value]}\x00")
        parts = marked.split("\x00")
        # every second part is the name of a variable
        return "".join(
            f'"${part}"' if place % 2 else shlex.quote(part) if part else ""
            for place, part in enumerate(parts)
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())[:300]
