"""Variables are found with their lines and filled with what was detected, or not at all (R-212)."""

import pytest

from backstay.agent.definitions.load import read_definition
from backstay.agent.definitions.variables import UnfilledError, fill_variables, find_variables
from backstay.detect.model import Variable

TEXT = """\
---
name: a
description: Works in {{src_dirs}}
handoffs:
  - agent: b
    prompt: Run {{ test_command }}
---
{{src_dirs}} ${{ github.ref }} ${{x}} {{a.b}} {{}}

`{{moon}}`
"""
VALUES = {
    "src_dirs": Variable("src_dirs", "app, {{moon}}", "by name"),
    "test_command": Variable("test_command", "none", "no test tool is declared or used"),
}


def test_variables_are_found_with_their_lines() -> None:
    definition = read_definition(TEXT, "a.md")

    assert list(find_variables(definition)) == [
        *(("src_dirs", 3), ("test_command", 4), ("src_dirs", 8), ("moon", 10)),
    ]


def test_values_are_filled_in_once_and_absence_has_its_reason() -> None:
    filled = fill_variables(read_definition(TEXT, "a.md"), VALUES)

    assert filled.description == "Works in app, {{moon}}"
    assert filled.handoffs[0].prompt == "Run none (no test tool is declared or used)"
    assert filled.body.startswith("app, {{moon}} ${{ github.ref }} ${{x}}")
    assert "`{{moon}}`" in filled.body


def test_strictly_every_gap_is_named_at_once() -> None:
    with pytest.raises(UnfilledError) as caught:
        fill_variables(read_definition(TEXT, "a.md"), VALUES, strict=True)

    assert str(caught.value).split("\n") == [
        "a.md:4: {{test_command}} was not detected: no test tool is declared or used",
        "a.md:10: nothing fills {{moon}}",
    ]


def test_a_complete_definition_passes_strictly() -> None:
    definition = read_definition("---\nname: a\n---\n{{src_dirs}}", "a.md")

    assert fill_variables(definition, VALUES, strict=True).body == "app, {{moon}}"
