"""What each host calls things, where it looks, and which fields it honours; as of the date below.

Hosts change monthly. A field that is not in a host's row is read by nobody there, without a word.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from backstay.agent.definitions.model import Host

AS_OF = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Dialect:
    """One host: where it looks, `{name}` being the file's, and which header keys it honours.

    `tools` and `globs` are its keys for those; `handoff` are the keys that it reads of a handoff.
    """

    title: str
    place: str
    honours: frozenset[str]
    tools: str = "tools"
    globs: str = "file_triggers"
    handoff: frozenset[str] = frozenset()
    needs_name: bool = True


DIALECTS: Mapping[Host, Dialect] = {
    "claude": Dialect(
        "Claude Code agents",
        ".claude/agents/{name}.md",
        frozenset(
            {"name", "description", "tools", "disallowedTools", "model", "permissionMode", "hooks"}
            | {"maxTurns", "skills", "mcpServers", "memory", "background", "effort", "isolation"}
            | {"initialPrompt", "color"}
        ),
    ),
    "skill": Dialect(
        "Agent Skills",
        ".claude/skills/{name}/SKILL.md",
        frozenset(
            {"name", "description", "license", "compatibility", "metadata", "allowed-tools"}
            | {"argument-hint", "disable-model-invocation", "user-invocable", "model", "context"}
            | {"agent", "hooks"}
        ),
        tools="allowed-tools",
    ),
    "vscode": Dialect(
        "VS Code and Copilot agents",
        ".github/agents/{name}.agent.md",
        frozenset(
            {"name", "description", "argument-hint", "tools", "agents", "model", "target"}
            | {"user-invocable", "disable-model-invocation", "mcp-servers", "metadata"}
            | {"handoffs", "hooks"}
        ),
        handoff=frozenset({"label", "agent", "prompt", "send", "model"}),
    ),
    "cursor": Dialect(
        "Cursor rules",
        ".cursor/rules/{name}.mdc",
        frozenset({"description", "globs", "alwaysApply"}),
        globs="globs",
        needs_name=False,
    ),
    "agents-md": Dialect("AGENTS.md", "AGENTS.md", frozenset(), needs_name=False),
    "plain": Dialect("plain Markdown", "{name}.md", frozenset(), needs_name=False),
}


def host_of(path: str, *, header: bool) -> Host:
    """The host that a file is written for, by its name and place; `header` decides the rest."""
    place = PurePosixPath(path)
    if place.name == "AGENTS.md":
        return "agents-md"
    if place.suffix == ".mdc":
        return "cursor"
    if place.name == "SKILL.md":
        return "skill"
    if place.name.endswith(".agent.md") or place.parts[-3:-1] == (".github", "agents"):
        return "vscode"
    return "claude" if header else "plain"
