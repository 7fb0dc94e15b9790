"""Fields that a host silently ignores are listed from the dated table, with what to do."""

from typing import Any

import pytest

from backstay.agent.definitions.dialects import AS_OF, DIALECTS
from backstay.agent.definitions.lint.hosts import ignored_fields
from backstay.agent.definitions.load import read_definition


def ignored(header: str, path: str, host: Any = None) -> list[str]:
    definition = read_definition(f"---\n{header}\n---\n", path)
    return [one.message for one in ignored_fields(definition, host)]


@pytest.mark.parametrize(
    ("header", "path", "said"),
    [
        ("allowed-tools: Read", "a.md", "they call it `tools`"),
        ("allowed-tools: Read", "x/SKILL.md", None),
        ("globs: api/**", ".cursor/rules/a.mdc", None),
        ("paths: api/**", ".cursor/rules/a.mdc", "they call it `globs`"),
        ("triggers: [api]", "a.agent.md", "`backstay agents route` honours it"),
        ("handoffs: [{agent: b}]", "a.agent.md", None),
        ("handoffs: [{agent: b}]", "a.md", "Claude Code agents ignore `handoffs`"),
        ("descripton: x", "a.md", "did you mean `description`?"),
        ("zzz: x", "a.md", f"ignore `zzz` (table of {AS_OF})"),
        ("handoffs: [{agent: b, colour: red}]", "a.agent.md", "`colour` of a handoff"),
        ("handoffs: [{agent: b, model: x}]", "a.agent.md", None),
    ],
)
def test_what_the_own_host_ignores(header: str, path: str, said: str | None) -> None:
    messages = ignored(header, path)

    assert len(messages) == (1 if said else 0)
    assert all(said in message for message in messages if said)


def test_another_host_is_judged_by_what_an_export_would_write() -> None:
    """The export to VS Code writes `tools` for `allowed-tools`, so that nothing is lost there."""
    header = "name: a\nallowed-tools: Read\ncolor: red"

    assert [one.partition(" (")[0] for one in ignored(header, "a.md", "vscode")] == [
        "VS Code and Copilot agents ignore `color`"
    ]


def test_every_dialect_honours_its_own_keys() -> None:
    for host in ("claude", "skill", "vscode"):
        assert DIALECTS[host].tools in DIALECTS[host].honours
    assert DIALECTS["cursor"].globs in DIALECTS["cursor"].honours
