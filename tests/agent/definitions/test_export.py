"""Each host gets its own file and keys; what a text says by itself is not written again."""

from dataclasses import replace

import pytest

from backstay.agent.definitions.export import export
from backstay.agent.definitions.load import read_definition
from backstay.agent.definitions.model import Definition, Host, Trigger


def essence(definition: Definition) -> Definition:
    """All that a definition says, without where it stood."""
    return replace(definition, path="", host="plain", repairs=(), lines={})


@pytest.mark.parametrize(
    ("host", "path", "start"),
    [
        ("claude", ".claude/agents/api.md", "---\nname: api\ntools: Read, Grep\n"),
        ("skill", ".claude/skills/api/SKILL.md", "---\nname: api\nallowed-tools: Read, Grep\n"),
        ("vscode", ".github/agents/api.agent.md", "---\nname: api\ntools: Read, Grep\n"),
        ("cursor", ".cursor/rules/api.mdc", "---\ntools: Read, Grep\nglobs: api/**, *.py\n"),
        ("agents-md", "AGENTS.md", "Do it.\n\n```yaml agent-fields\nname: api\n"),
    ],
)
def test_each_host_gets_its_own_file_and_keys(host: Host, path: str, start: str) -> None:
    globs = (Trigger("glob", "api/**"), Trigger("extension", "*.py"))
    definition = Definition("api", tools=("Read", "Grep"), triggers=globs, body="Do it.\n")

    written = export(definition, host)

    assert written.path == path
    assert written.text.startswith(start)


@pytest.mark.parametrize(
    "body",
    [
        "---\nname: x\n---\n# Lamp\n\nWords.",
        "# Lamp\n\nWords.\n\n```yaml agent-fields\nmodel: x\n```\n",
    ],
    ids=["a header", "a block"],
)
def test_a_text_that_looks_like_fields_is_not_taken_for_them(body: str) -> None:
    """AGENTS.md needs no block here, except to say that what stands there is text."""
    definition = Definition("lamp", description="Words.", body=body)

    written = export(definition, "agents-md")

    assert essence(read_definition(written.text, written.path)) == essence(definition)


def test_a_text_that_says_it_all_gets_no_block() -> None:
    definition = Definition("lamp", description="Words.", body="# Lamp\n\nWords.\n")

    assert export(definition, "agents-md").text == definition.body


def test_a_handoff_is_written_with_the_public_key() -> None:
    """C-70: `target` is read, `agent` is written, and `send` is always said."""
    text = "---\nname: a\nhandoffs:\n  - target: test-agent\n    label: Write tests\n---\n"

    written = export(read_definition(text, "a.md"), "vscode").text

    assert "- agent: test-agent\n  label: Write tests\n  send: false\n" in written
    assert "target" not in written


def test_a_name_is_no_way_out_of_the_folder() -> None:
    written = export(Definition("../../etc/passwd"), "claude")

    assert written.path == ".claude/agents/etc-passwd.md"
    assert read_definition(written.text, written.path).name == "../../etc/passwd"
