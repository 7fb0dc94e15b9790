"""Curl: a failed question as a shell script that shows the failure again, secrets left out."""

import base64
import gzip
import re
import shlex
from collections.abc import Iterable, Sequence

from backstay.prove.audit.identity import Identity
from backstay.prove.evidence.exchange import Exchange

STEPS = 2
"""The request that was answered wrongly, and the one before it."""
LONGEST = 2_000

PRELUDE = """\
#!/usr/bin/env bash
# {claim}
# {why}
#
# Needs curl{secrets}.
set -u
BASE=${{BASE:-{base}}}
"""


class Curl:
    """Writes scripts against one service.

    Args: base, its URL; identities, whose headers are taken from the environment.
    """

    def __init__(self, base: str, identities: Iterable[Identity]) -> None:
        self._base = base
        self._identities = {one.name: one for one in identities}

    def script(self, claim: str, why: str, steps: Sequence[Exchange | str]) -> str:
        """The script of the last steps.

        Args: claim, what was to be shown; why, what was seen instead; steps, in order.
        """
        last = [one for one in steps if isinstance(one, Exchange)][-STEPS:]
        needed = [variable for one in last for variable, _ in self._headers(one)]
        secrets = "".join(f", {name}" for name in dict.fromkeys(needed))
        head = PRELUDE.format(
            claim=_one_line(claim), why=_one_line(why), base=self._base, secrets=secrets
        )
        return "\n".join([head, *(line for one in last for line in self._lines(one))])

    def _lines(self, seen: Exchange) -> list[str]:
        method = "--head" if seen.method == "HEAD" else f"--request {seen.method}"
        words = [
            "curl --silent --show-error --include --max-time 30 --path-as-is --globoff",
            method,
            f'"$BASE"{shlex.quote(seen.path)}',
        ]
        words += [f"-H {shlex.quote(f'{name}: {value}')}" for name, value in seen.headers.items()]
        words += [f'-H "{name}: ${variable}"' for variable, name in self._headers(seen)]
        raw = seen.sent.encode("utf-8", "surrogateescape")
        if raw and "content-type" not in {name.lower() for name in seen.headers}:
            words.append("-H 'content-type:'")
        before = ""
        if raw and (len(raw) > LONGEST or not seen.sent.isprintable()):
            packed = base64.b64encode(gzip.compress(raw, mtime=0)).decode()
            before = f"printf %s {packed} | base64 -d | gunzip | "
            words.append("--data-binary @-")
        elif raw:
            words.append(f"--data-raw {shlex.quote(seen.sent)}")
        said = seen.status or "nothing"
        return [f"# {_one_line(seen.asked)}: answered {said}", f"{before}{' '.join(words)}; echo"]

    def _headers(self, seen: Exchange) -> list[tuple[str, str]]:
        """The variable and the name of each header by which the sender is known."""
        who = self._identities.get(seen.who)
        return [(_variable(seen.who, name), name) for name, _ in who.headers] if who else []


def _variable(who: str, name: str) -> str:
    return re.sub(r"\W", "_", f"{who}_{name}").upper()


def _one_line(text: str) -> str:
    return " ".join(text.encode("ascii", "backslashreplace").decode().split())[:300]
