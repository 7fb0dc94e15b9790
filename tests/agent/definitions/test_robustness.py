"""Whatever a file holds, it is a definition or a refusal; hostile texts cost one pass."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.agent.definitions.lint.contents import CHECKS
from backstay.agent.definitions.lint.fixes import _separate
from backstay.agent.definitions.lint.hosts import ignored_fields
from backstay.agent.definitions.load import read_definition
from backstay.agent.definitions.source import MOST_BYTES, UnreadableError, decode

PATHS = ("a.md", "AGENTS.md", "a.mdc", ".github/agents/a.md")
LIVELY = st.text(alphabet="ab:-#*`\"'{}[]()|>&!%@,. \t\n~âÃ", max_size=120)
SETTINGS = settings(derandomize=True, max_examples=200, deadline=None)


@SETTINGS
@given(content=st.one_of(st.binary(max_size=120), LIVELY.map(str.encode)))
def test_bytes_are_text_or_refused(content: bytes) -> None:
    try:
        text = decode(content).text
    except UnreadableError as error:
        assert "binary content" in str(error)  # noqa: PT017 - one of two right outcomes
    else:
        assert "\r" not in text


@SETTINGS
@given(header=LIVELY, body=LIVELY, path=st.sampled_from(PATHS))
def test_every_text_is_a_definition_that_can_be_looked_over(
    header: str, body: str, path: str
) -> None:
    definition = read_definition(f"---\n{header}\n---\n{body}", path)

    assert definition.name
    found = [finding for check in CHECKS for finding in check(definition)]
    found += ignored_fields(definition)
    lines = f"---\n{header}\n---\n{body}".count("\n") + 1
    assert all(1 <= finding.line <= lines for finding in found)


@SETTINGS
@given(header=LIVELY, body=LIVELY)
def test_every_offered_fix_touches_lines_that_exist(header: str, body: str) -> None:
    text = f"---\n{header}\n---\n{body}"
    definition = read_definition(text, "a.md")
    lines = text.split("\n")

    fixes = list(_separate(one.fix for one in definition.repairs if one.fix))
    for fix in reversed(fixes):
        assert 1 <= fix.first <= fix.last <= len(lines)
        lines[fix.first - 1 : fix.last] = fix.text.split("\n")

    mended = read_definition("\n".join(lines), "a.md")
    assert len(mended.repairs) <= len(definition.repairs)


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + "a: b: c\n" * 5_000 + "---\n",
        "---\ntriggers: " + "a/" * 100_000 + " director\n---\n",
        "---\ndescription: keywords " + '"a", ' * 20_000 + "\n---\n",
        "---\ntools: " + "(" * 100_000 + "\n---\n",
        "# " + " " * 300_000 + "x\n",
        "- " + "*" * 300_000,
        "Ã" * 100_000,
        "{{" * 100_000,
        "```\n" * 50_000,
        "**Version" + "*" * 300_000,
    ],
    ids=[
        "fields",
        "path",
        "keywords",
        "brackets",
        "title",
        "bullet",
        "mojibake",
        "braces",
        "fences",
        "state",
    ],
)
def test_a_hostile_text_is_read_like_any_other(text: str) -> None:
    """A pattern that looked back would not come back from these."""
    assert len(text.encode()) <= MOST_BYTES

    assert read_definition(text, "a.md").name


def test_what_is_not_compared_is_where_a_definition_stood() -> None:
    one = read_definition("---\nname: a\n---\n", "one.md")

    assert replace(read_definition("---\nname: 'a'\n---\n", "two.md"), path="one.md") == one
