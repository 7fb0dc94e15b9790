"""What is installed with each host, and where; as of 2026-11-20."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from backstay.agent.definitions.export import export
from backstay.agent.definitions.model import Definition, Host
from backstay.agent.hosts.commands import COMMAND, PROMPT
from backstay.agent.hosts.plan import Entry, Whole

AS_OF = date(2026, 11, 20)
HOOK = "backstay-hook"
SERVER = {"command": "backstay", "args": ["mcp"]}
_EDITS = "Edit|Write|MultiEdit|NotebookEdit"
Parts = Iterator[Whole | Entry]
# event, matcher: every host filters again inside the hook
_CLAUDE = (
    ("PreToolUse", f"{_EDITS}|Bash"),
    ("PostToolUse", _EDITS),
    ("Stop", ""),
    ("SubagentStop", ""),
    ("SessionStart", ""),
)
_CURSOR = ("afterFileEdit", "beforeShellExecution", "stop")


def claude(specialists: tuple[Definition, ...], others: tuple[str, ...]) -> Parts:
    """Claude Code: hooks at settings level, for those of agents did not always fire."""
    del others
    for event, matcher in _CLAUDE:
        yield Entry(".claude/settings.json", ("hooks", event), "", _nested(matcher))
    yield Entry(".mcp.json", ("mcpServers",), "backstay", SERVER)
    yield from _agents(specialists, "claude", ".claude/agents/backstay/{name}.md")
    yield Whole(".claude/commands/api.md", COMMAND)


def vscode(specialists: tuple[Definition, ...], others: tuple[str, ...]) -> Parts:
    """VS Code and Copilot; they read Claude's hooks too, so beside those none are written."""
    if "claude" not in others:
        hooks = {
            event: [{"type": "command", "command": HOOK}]
            for event in ("PreToolUse", "PostToolUse", "Stop", "SubagentStop", "SessionStart")
        }
        yield Whole(".github/hooks/backstay.json", _text({"hooks": hooks}))
    yield Entry(".vscode/mcp.json", ("servers",), "backstay", {"type": "stdio", **SERVER})
    yield from _agents(specialists, "vscode", ".github/agents/backstay-{name}.agent.md")
    yield Whole(".github/prompts/api.prompt.md", PROMPT)


def cursor(specialists: tuple[Definition, ...], others: tuple[str, ...]) -> Parts:
    """Cursor: an edit cannot be answered there, so findings come at stop."""
    del others
    yield Entry(".cursor/hooks.json", (), "version", 1)
    for event in _CURSOR:
        yield Entry(".cursor/hooks.json", ("hooks", event), "", {"command": HOOK})
    yield Entry(".cursor/mcp.json", ("mcpServers",), "backstay", SERVER)
    yield from _agents(specialists, "cursor", ".cursor/rules/backstay-{name}.mdc")


def codex(specialists: tuple[Definition, ...], others: tuple[str, ...]) -> Parts:
    """Codex: command hooks in the nested shape; its MCP servers stand in the user's own file."""
    del specialists, others
    for event, matcher in _CLAUDE[:3]:
        yield Entry(".codex/hooks.json", ("hooks", event), "", _nested(matcher and ".*"))


HOSTS: Mapping[str, Callable[[tuple[Definition, ...], tuple[str, ...]], Parts]] = {
    "claude": claude,
    "vscode": vscode,
    "cursor": cursor,
    "codex": codex,
}
NOTES: Mapping[str, str] = {
    "codex": "codex: `codex mcp add backstay -- backstay mcp` adds the server to your own settings",
}


def _nested(matcher: str) -> dict[str, Any]:
    hooks = [{"type": "command", "command": HOOK, "timeout": 60}]
    return {"matcher": matcher, "hooks": hooks} if matcher else {"hooks": hooks}


def _agents(specialists: tuple[Definition, ...], host: Host, place: str) -> Parts:
    for one in specialists:
        yield Whole(place.format(name=one.name), export(one, host).text)


def _text(data: Any) -> str:
    return json.dumps(data, indent=2) + "\n"
