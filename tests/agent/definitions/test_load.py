"""Definitions of every form load, and what had to be repaired is said, with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from backstay.agent.definitions.load import load_definition, read_definition
from backstay.agent.definitions.model import Boundaries, Definition, Handoff, Metadata
from backstay.agent.definitions.source import UnreadableError

Quirk = Callable[[str], Definition]


def repairs(definition: Definition) -> list[tuple[str, int]]:
    return [(one.code, one.line) for one in definition.repairs]


def words(definition: Definition, kind: str) -> list[str]:
    return [one.text for one in definition.triggers if one.kind == kind]


def test_keywords_and_paths_of_description_and_body_are_triggers(quirk: Quirk) -> None:
    """R-206, R-208: a skill names them in prose only, once in French."""
    definition = quirk("skill")

    assert words(definition, "keyword") == [
        *("backend", "API", "endpoint", "serveur", "PostgreSQL", "MongoDB"),
    ]
    assert words(definition, "glob") == ["api/**", "services/**", "models/**"]
    assert words(definition, "extension") == ["*.py"]
    assert {one.origin for one in definition.triggers} == {"description", "body"}


def test_a_comma_string_under_allowed_tools_is_an_allow_list(quirk: Quirk) -> None:
    assert quirk("skill").tools == ("Read", "Write", "Bash(git add, git rm)")


def test_the_state_of_a_definition_is_read_from_its_last_lines(quirk: Quirk) -> None:
    """R-236; a version in a code fence belongs to the example there."""
    changes = ("v1.10.0: one more rule", "v1.9.0: two rules less")

    assert quirk("skill").metadata == Metadata("1.10.0", "2026-03-04", "the platform team", changes)
    assert repairs(quirk("skill")) == []


def test_prose_triggers_are_conditions_and_handoffs_keep_their_words(quirk: Quirk) -> None:
    definition = quirk("template")

    assert [one.kind for one in definition.triggers] == ["condition"] * 3
    assert definition.handoffs == (
        Handoff("keys-agent", "Fetch the keys", "Please fetch the keys of {{src_dirs}}."),
        Handoff("test-agent", "Write tests"),
    )
    assert definition.model == ("claude-4-5-opus",)
    assert definition.tools is None


def test_boundaries_are_read_through_damaged_emojis(quirk: Quirk) -> None:
    """R-231."""
    assert quirk("template").boundaries == Boundaries(
        ("Close the door", "wipe your feet"),
        ("Moving furniture",),
        ("Paint (walls, floors)", "sing"),
    )


def test_targets_and_mojibake_are_reported_with_the_line_that_mends_them(quirk: Quirk) -> None:
    definition = quirk("template")

    assert repairs(definition) == [
        *(("handoff-target", 10), ("handoff-target", 14)),
        *(("mojibake", 18), ("mojibake", 22), ("mojibake", 23), ("mojibake", 24)),
    ]
    fixes = [one.fix.text for one in definition.repairs if one.fix]
    assert fixes[0] == "  - agent: keys-agent"
    assert fixes[2].startswith("Work in `{{src_dirs}}` \u2013 and")
    assert fixes[-1].startswith("- \U0001f6ab **Never:**")


def test_without_a_header_title_and_purpose_are_the_identity(quirk: Quirk) -> None:
    definition = quirk("headerless")

    assert definition.name == "harbour-pilot-agent"
    assert definition.description == "Brings ships in and out again."
    assert definition.host == "plain"
    assert repairs(definition) == [("no-header", 1)]
    assert "line 1" in definition.repairs[0].message
    assert "line 5" in definition.repairs[0].message


def test_typed_lists_of_files_and_words(quirk: Quirk) -> None:
    definition = quirk("french")

    assert words(definition, "keyword") == ["api", "serveur"]
    assert words(definition, "glob") == ["docker*"]
    assert words(definition, "extension") == ["*.py", "*.yml"]
    assert definition.tools == ("Read", "Write", "Glob", "MCP-Harbour")
    assert definition.description == "Gardien du hall.\nRéveillé par les fichiers serveur.\n"


def test_a_header_that_is_no_yaml_is_read_field_by_field(quirk: Quirk) -> None:
    """C-69: only the broken fields are repaired, and each repair is one replacement."""
    definition = quirk("broken")

    assert definition.description == "Keeps the lamp with care: oil, wick and glass: all of it."
    assert definition.tools == ("Read",)
    assert definition.unknown == (("color", "teal"),)
    assert repairs(definition) == [("header-yaml", 3), ("header-yaml", 6)]
    first, second = (one.fix for one in definition.repairs)
    assert first
    assert (first.first, first.last) == (3, 3)
    assert first.text == (
        "description: 'Keeps the lamp with care: oil, wick and glass: all of it.'"
    )
    assert second
    assert (second.first, second.last, second.text) == (5, 6, "tools:\n- Read")


def test_unknown_fields_are_kept_in_order() -> None:
    text = "---\nzeta: 1\nname: a\nalpha: {b: [1, two]}\n1: x\n---\n"

    definition = read_definition(text, "a.md")

    assert definition.unknown == (("zeta", 1), ("alpha", {"b": [1, "two"]}), ("1", "x"))


def test_the_lines_of_fields_and_body_are_known(quirk: Quirk) -> None:
    definition = quirk("french")

    assert definition.line("description") == 3
    assert definition.line("file_triggers") == 7
    assert definition.line("body") == 12
    assert definition.line("nothing") == 1


def test_a_file_that_is_no_definition_is_refused_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"---\0\1\2")

    with pytest.raises(UnreadableError, match=r"shown\.md: binary content"):
        load_definition(tmp_path / "a.md", "shown.md")
