"""Where a file stands says for which host it is."""

import pytest

from backstay.agent.definitions.load import read_definition


@pytest.mark.parametrize(
    ("path", "host"),
    [
        (".claude/agents/team/a.md", "claude"),
        (".claude/skills/a/SKILL.md", "skill"),
        (".github/agents/a.md", "vscode"),
        ("x/a.agent.md", "vscode"),
        (".cursor/rules/a.mdc", "cursor"),
        ("packages/x/AGENTS.md", "agents-md"),
        ("a.txt", "claude"),
    ],
)
def test_the_path_says_for_which_host_a_file_is(path: str, host: str) -> None:
    definition = read_definition("---\nname: a\n---\n", path)

    assert definition.host == host
