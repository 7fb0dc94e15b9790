"""How each host is answered: exit codes, standard error and JSON, as of 2026-11-20."""

import json
from dataclasses import dataclass

from backstay.agent.hook.payload import Event


@dataclass(frozen=True, slots=True)
class Answer:
    """What the hook prints and how it exits."""

    code: int = 0
    out: str = ""
    error: str = ""


QUIET = Answer()


def denied(event: Event, reason: str) -> Answer:
    """Before a tool runs: it must not."""
    if event.host == "cursor":
        data = {"permission": "deny", "agentMessage": reason, "userMessage": reason}
        return Answer(0, json.dumps(data))
    if event.host == "copilot":
        data = {"permissionDecision": "deny", "permissionDecisionReason": reason}
        return Answer(0, json.dumps(data))
    return Answer(2, "", reason)


def corrected(event: Event, reason: str) -> Answer:
    """After an edit that has happened: the model is told what to mend.

    Cursor's event cannot answer, so its findings wait for the stop.
    """
    if event.host == "cursor":
        return QUIET
    if event.host in ("vscode", "copilot"):
        return Answer(0, json.dumps({"decision": "block", "reason": reason}))
    return Answer(2, "", reason)


def held(event: Event, reason: str) -> Answer:
    """At stop: there is something left to do."""
    if event.host == "cursor":
        return Answer(0, json.dumps({"followup_message": reason}))
    return Answer(0, json.dumps({"decision": "block", "reason": reason}))


def told(event: Event, text: str) -> Answer:
    """At the start of a session: context for the model."""
    if event.host == "cursor":
        return QUIET
    name = "SessionStart"
    data = {"hookSpecificOutput": {"hookEventName": name, "additionalContext": text}}
    return Answer(0, json.dumps(data, ensure_ascii=False))
