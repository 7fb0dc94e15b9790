"""Tool names of all hosts come to one spelling; what no host has is unknown (C-39)."""

import pytest

from backstay.agent.definitions.tools import hint, tool_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Read", "Read"),
        ("read", "Read"),
        ("execute", "Bash"),
        ("Bash(git add:*)", "Bash"),
        ("editFiles", "Edit"),
        ("Agent(test-agent)", "Agent"),
        ("mcp__context7__get_docs", "mcp__context7__get_docs"),
        ("mcp__context7", "mcp__context7"),
        ("github/*", "github/*"),
        ("*", "*"),
        ("MCP-Context7", ""),
        ("Raed", ""),
        ("", ""),
    ],
)
def test_a_tool_has_one_name(written: str, name: str) -> None:
    assert tool_name(written) == name


def test_a_misspelt_server_is_understood() -> None:
    assert hint("MCP-Context7") == "tools of an MCP server are written mcp__context7__TOOL"
    assert hint("Raed") == ""
