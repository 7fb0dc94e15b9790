"""Tool names of all hosts under one spelling, so that an allow-list means something (C-39)."""

import re
from collections.abc import Mapping

# As of 2026-11-20: what Claude Code calls its tools, and under which names others know them.
KNOWN = frozenset(
    {"Read", "Write", "Edit", "MultiEdit", "NotebookEdit", "NotebookRead", "Glob", "Grep", "LS"}
    | {"Bash", "BashOutput", "KillShell", "PowerShell", "WebFetch", "WebSearch", "LSP", "Skill"}
    | {"Agent", "Task", "TaskCreate", "TaskGet", "TaskList", "TaskUpdate", "TaskOutput", "TaskStop"}
    | {"TodoWrite", "AskUserQuestion", "EnterPlanMode", "ExitPlanMode", "SlashCommand"}
)
_ALIASES: Mapping[str, str] = {
    **{name.lower(): name for name in KNOWN},
    **dict.fromkeys(("view", "readfile", "read_file"), "Read"),
    **dict.fromkeys(("create_file", "createfile"), "Write"),
    **dict.fromkeys(("replace_string_in_file", "editfiles"), "Edit"),
    **dict.fromkeys(("shell", "execute", "runcommands", "run_in_terminal", "terminal"), "Bash"),
    **dict.fromkeys(("search", "codebase", "textsearch", "grep_search"), "Grep"),
    **dict.fromkeys(("filesearch", "file_search"), "Glob"),
    **dict.fromkeys(("web", "fetch"), "WebFetch"),
    **dict.fromkeys(("custom-agent", "runsubagent"), "Agent"),
    **dict.fromkeys(("todo", "todos"), "TodoWrite"),
}
# `mcp__server__tool` in Claude Code; `server/tool` and `server/*` in VS Code
_SERVER = re.compile(r"^mcp__[\w-]+(?:__[\w*-]+)?$|^[\w.-]+/[\w*./-]+$")
_ALL = "*"


def tool_name(written: str) -> str:
    """The one spelling of a tool, without its argument; empty when no host knows such a tool.

    `Bash(git:*)` is `Bash`, `execute` is `Bash`; the tools of MCP servers keep their names.
    """
    bare = written.partition("(")[0].strip()
    if bare == _ALL or _SERVER.match(bare):
        return bare
    return _ALIASES.get(bare.lower(), "")


def hint(written: str) -> str:
    """What an unknown tool was probably meant to be, as a sentence; empty when nobody knows."""
    if written.upper().startswith("MCP-"):
        return f"tools of an MCP server are written mcp__{written[4:].lower()}__TOOL"
    return ""
