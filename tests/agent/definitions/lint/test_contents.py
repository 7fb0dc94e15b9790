"""What one definition says that cannot work is found, and what works is left alone."""

from collections.abc import Callable, Iterator

import pytest

from backstay.agent.definitions.lint import contents
from backstay.agent.definitions.lint.finding import Finding
from backstay.agent.definitions.load import read_definition
from backstay.agent.definitions.model import Definition

Check = Callable[[Definition], Iterator[Finding]]


@pytest.mark.parametrize(
    ("check", "line", "level"),
    [
        (contents.identity, "name: Lamp Keeper", "warning"),
        (contents.identity, "name: a--b", "warning"),
        (contents.identity, f"name: {'a' * 65}", "warning"),
        (contents.preferences, "model: claude-4-5-opus", "warning"),
        (contents.preferences, "model: gpt-5", None),
        (contents.preferences, "model: sonnet", None),
        (contents.tools, "tools: Raed", "warning"),
        (contents.tools, "disallowedTools: Wirte", "warning"),
        (contents.tools, "tools: Read, mcp__x__y", None),
        (contents.conditions, "triggers: [a full moon over us]", "warning"),
        (contents.conditions, "triggers: [ORM present]", None),
        (contents.variables, "description: '{{moon}}'", "warning"),
        (contents.variables, "description: '{{src_dirs}}'", None),
        (contents.writes, "writes: [../x]", "error"),
        (contents.writes, "writes: [/etc/**]", "error"),
        (contents.writes, "writes: [~/x]", "error"),
        (contents.writes, "writes: {deny: ['a\\b']}", "error"),
        (contents.writes, "writes: ['C:/x']", "error"),
        (contents.writes, "writes: [src/../../x]", "error"),
        (contents.writes, "writes: [src/**, a..b, .github/x]", None),
    ],
)
def test_each_check_finds_its_fault(check: Check, line: str, level: str | None) -> None:
    name = "" if line.startswith("name") else "name: lamp\n"
    described = "" if line.startswith("description") else "description: Keeps it.\n"
    definition = read_definition(f"---\n{name}{described}{line}\n---\n", ".claude/agents/lamp.md")

    found = list(check(definition))

    assert [one.level for one in found] == ([level] if level else [])


def test_a_missing_description_is_said_where_a_host_decides_by_it() -> None:
    header = "---\nname: a\n---\n"

    assert [one.code for one in contents.identity(read_definition(header, "a.md"))] == [
        "no-description"
    ]
    assert list(contents.identity(read_definition("Just text.", "AGENTS.md"))) == []
