"""What hosts send to a hook, in one shape; four families of payloads, as of 2026-11-20."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["before", "after", "shell", "stop", "start"]
Host = Literal["claude", "vscode", "copilot", "cursor", "codex"]

# event names without case and separators -> what happens
_KINDS: Mapping[str, Kind] = {
    "pretooluse": "before",
    "posttooluse": "after",
    "afterfileedit": "after",
    "beforeshellexecution": "shell",
    "stop": "stop",
    "subagentstop": "stop",
    "agentstop": "stop",
    "sessionend": "stop",
    "sessionstart": "start",
}
_WRITERS = frozenset(
    "edit write multiedit notebookedit create_file createfile replace_string_in_file editfiles "
    "multi_replace_string_in_file insert_edit_into_file apply_patch create str_replace".split()
)
_SHELLS = frozenset("bash shell powershell run_in_terminal runcommands execute terminal".split())
_PATHS = ("file_path", "filePath", "path", "notebook_path", "notebookPath")
MOST_BYTES = 2_000_000


class PayloadError(ValueError):
    """What came is no payload of a host that is known; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event: `paths` are written to, `command` is run, `agent` is a subagent's name.

    `again` is: the host says that this stop follows one that was blocked.
    """

    host: Host
    kind: Kind
    name: str
    paths: tuple[str, ...] = ()
    command: str = ""
    root: str = ""
    session: str = ""
    agent: str = ""
    again: bool = False


def read_event(text: str, argument: str = "") -> Event:
    """The event of a payload. PayloadError when it is none.

    Args:
        text: What the host wrote to standard input.
        argument: The event's name, for hosts that do not write it into the payload.
    """
    if len(text) > MOST_BYTES:
        raise PayloadError(f"the payload is larger than {MOST_BYTES:,} bytes")
    try:
        payload = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise PayloadError(f"the payload is no JSON: {error}") from error
    if not isinstance(payload, dict):
        raise PayloadError("the payload is no JSON object")
    name = _first(payload, "hook_event_name", "hookEventName", "event") or argument
    kind = _KINDS.get(name.replace("_", "").replace("-", "").lower())
    if kind is None:
        known = "PreToolUse, PostToolUse, Stop, SubagentStop, SessionStart, afterFileEdit"
        raise PayloadError(f"no event is called `{name[:40]}`; known: {known}")
    tool = _first(payload, "tool_name", "toolName").lower()
    given = _arguments(payload)
    command = _first(given, "command", "script", "cmd") or _first(payload, "command")
    if kind == "before" and tool in _SHELLS:
        kind = "shell"
    touches = kind in ("before", "after") and (tool in _WRITERS or not tool)
    return Event(
        _host(payload, name, given),
        kind,
        name,
        tuple(dict.fromkeys(_paths(given, payload, command))) if touches else (),
        command if kind == "shell" else "",
        _first(payload, "cwd", "workspaceRoot") or _root(payload),
        _first(payload, "session_id", "sessionId", "conversation_id"),
        _first(payload, "agent_type", "agentType", "agent_name", "subagent_type"),
        payload.get("stop_hook_active") is True or payload.get("stopHookActive") is True,
    )


def _first(payload: Mapping[str, Any], *keys: str) -> str:
    return next((v for key in keys if isinstance(v := payload.get(key), str) and v), "")


def _arguments(payload: Mapping[str, Any]) -> Mapping[str, Any]:
    """The tool's arguments: an object, or JSON inside a string (Copilot CLI)."""
    for key in ("tool_input", "toolInput", "toolArgs", "tool_args"):
        given = payload.get(key)
        if isinstance(given, str):
            try:
                given = json.loads(given)
            except ValueError:
                continue
        if isinstance(given, dict):
            return given
    return {}


def _paths(given: Mapping[str, Any], payload: Mapping[str, Any], command: str) -> Iterable[str]:
    for source in (given, payload):
        for key in _PATHS:
            if isinstance(source.get(key), str):
                yield source[key]
    for one in given.get("files") or ():
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            yield _first(one, *_PATHS)
    for line in command.splitlines() if "*** " in command else ():  # a patch of Codex
        for mark in ("*** Update File: ", "*** Add File: ", "*** Delete File: "):
            if line.startswith(mark):
                yield line.removeprefix(mark).strip()


def _root(payload: Mapping[str, Any]) -> str:
    roots = payload.get("workspace_roots") or payload.get("workspaceRoots")
    return roots[0] if isinstance(roots, list) and roots and isinstance(roots[0], str) else ""


def _host(payload: Mapping[str, Any], name: str, given: Mapping[str, Any]) -> Host:
    if "workspace_roots" in payload or name in ("afterFileEdit", "beforeShellExecution"):
        return "cursor"
    if "toolArgs" in payload or name[:1].islower():
        return "copilot"
    if "filePath" in given or "files" in given or "hookEventName" in payload:
        return "vscode"
    if "turn_id" in payload or payload.get("tool_name") == "apply_patch":
        return "codex"
    return "claude"
