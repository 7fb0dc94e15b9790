"""What may not be done at all: edits of the gate, prose by a specialist, commits around checks."""

import re
from pathlib import Path

from backstay.agent.definitions.model import Writes
from backstay.agent.hook.payload import Event
from backstay.agent.policy.writes import ALL, GATE, Actor, refusal

_AROUND = (
    (re.compile(r"\bgit\b.*\bcommit\b.*(?:--no-verify|(?<=\s)-\w*n\w*\b)"), "commit without hooks"),
    (re.compile(r"\bgit\b.*\bpush\b.*--no-verify"), "push without hooks"),
    (re.compile(r"\bcore\.hooksPath\b"), "move the hooks away"),
    (re.compile(r"\bbackstay\b.*\bcheck\b.*--baseline"), "record findings instead of mending them"),
    (re.compile(r"\bbackstay\b.*\binit\b.*--remove"), "remove the gate"),
    (re.compile(r"\bbackstay\b.*\bagents\b.*\bapprove\b"), "agree in a person's place"),
)
_WRITES = re.compile(r"(?:>>?|\btee\b(?:\s+-a)?|\brm\b(?:\s+-\w+)*|\bmv\b|\bsed\s+-i\S*)\s+(\S+)")


def forbidden(event: Event, root: Path, writes: Writes | None) -> str:
    """Why the event must not happen; empty when it may.

    Args:
        event: What is about to happen.
        root: The project.
        writes: What the specialist at work may write; None when no specialist is known to work.
    """
    if event.kind == "shell":
        return _command(event.command, root)
    actor: Actor = "specialist" if writes is not None else "orchestrator"
    for path in event.paths:
        if why := refusal(root, path, actor, writes or ALL):
            return f"backstay: {why}"
    return ""


def _command(command: str, root: Path) -> str:
    for pattern, what in _AROUND:
        if pattern.search(command):
            return f"backstay: not allowed to {what}; mend the findings, or ask a person"
    for path in _WRITES.findall(command):
        plain = path.strip("'\"")
        why = refusal(root, plain, "orchestrator")
        if "belongs to the gate" in why:
            return f"backstay: {why}"
    return ""


def guarded() -> tuple[str, ...]:
    """The files that a person alone changes."""
    return GATE
