"""Lint says what is wrong with a whole roster, in the order of files and lines."""

from pathlib import Path

from backstay.agent.definitions.lint.run import lint
from backstay.agent.definitions.places import Found
from backstay.agent.definitions.roster import Roster, load_files


def said(roster: Roster) -> list[str]:
    return [f"{one.path}:{one.line} {one.level} {one.code}" for one in lint(roster)]


def test_our_own_quirks_are_all_found(quirks: Roster) -> None:
    assert said(quirks) == [
        "broken.md:3 error header-yaml",
        "broken.md:6 error header-yaml",
        "french.md:6 warning unknown-tool",
        "french.md:7 warning ignored-field",
        "french.md:8 warning ignored-field",
        "headerless.md:1 info no-header",
        "skill.md:4 warning ignored-field",
        "template.md:2 warning shared-name",
        "template.md:3 warning model-name",
        "template.md:5 warning ignored-field",
        "template.md:5 warning unchecked-condition",
        "template.md:9 warning ignored-field",
        "template.md:9 warning lost-handoff",
        "template.md:9 warning lost-handoff",
        "template.md:10 warning handoff-target",
        "template.md:14 warning handoff-target",
        "template.md:18 warning mojibake",
        "template.md:18 warning unfilled-variable",
        "template.md:22 warning mojibake",
        "template.md:23 warning mojibake",
        "template.md:24 warning mojibake",
    ]


def test_a_finding_reads_like_a_compiler(quirks: Roster) -> None:
    finding = next(one for one in lint(quirks) if one.code == "unknown-tool")

    assert str(finding) == (
        "french.md:6: warning: no host has a tool `MCP-Harbour`; "
        "tools of an MCP server are written mcp__harbour__TOOL [unknown-tool]"
    )


def test_a_good_definition_has_no_findings(tmp_path: Path) -> None:
    place = tmp_path / "lamp.md"
    place.write_text(
        "---\nname: lamp\ndescription: Keeps it.\ntools: Read\nmodel: opus\n---\nDo.\n"
    )

    assert lint(load_files([Found(place, ".claude/agents/lamp.md", "project")])) == ()


def test_the_five_sources_show_what_hosts_ignore(sources: list[Path]) -> None:
    roster = load_files(Found(path, path.name[:3], "project") for path in sources)

    found = said(roster)

    assert "000:4 warning ignored-field" in found
    assert {"001:5 warning ignored-field", "001:11 warning ignored-field"} <= set(found)
    assert "002:1 info no-header" in found
    assert {"003:2 warning shared-name", "003:7 warning unknown-tool"} <= set(found)
    assert "004:3 error header-yaml" in found
    assert len(found) == 25
