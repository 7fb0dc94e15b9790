"""What a header says is read at the expected type; all else is kept, and said."""

import pytest

from backstay.agent.definitions.load import read_definition
from backstay.agent.definitions.model import Boundaries, Definition, Metadata, Writes


def load(*lines: str) -> Definition:
    return read_definition("\n".join(["---", "name: a", *lines, "---", ""]), "a.md")


def codes(definition: Definition) -> list[str]:
    return [one.code for one in definition.repairs]


@pytest.mark.parametrize(
    ("lines", "tools"),
    [
        (["tools: Read, Write"], ("Read", "Write")),
        (["tools: [Read]", "allowed-tools: Grep"], ("Read", "Grep")),
        (["tools: []"], ()),
        (["tools:"], None),
        ([], None),
    ],
)
def test_tools_of_all_keys_are_one_list_and_silence_inherits(
    lines: list[str], tools: tuple[str, ...] | None
) -> None:
    definition = load(*lines)

    assert definition.tools == tools
    assert codes(definition) == []


@pytest.mark.parametrize(
    "line", ["tools: {Read: true}", "handoffs: 7", "boundaries: never", "triggers: 7", "globs: 7"]
)
def test_a_value_of_another_type_is_kept_and_said(line: str) -> None:
    definition = load(line)

    assert [key for key, _ in definition.unknown] == [line.partition(":")[0]]
    assert codes(definition) == ["unread-field"]
    assert definition.repairs[0].line == 3


def test_parts_that_are_not_known_are_kept_under_their_own_name() -> None:
    definition = load("boundaries: {never: [x], often: y}", "writes: {allow: src/**, maybe: z}")

    assert definition.boundaries == Boundaries(never=("x",))
    assert definition.writes == Writes(allow=("src/**",))
    assert definition.unknown == (("boundaries.often", "y"), ("writes.maybe", "z"))


@pytest.mark.parametrize(
    ("lines", "metadata"),
    [
        (["version: 2", "last_updated: today"], Metadata("2", "today")),
        (["updated: a", "last-updated: b"], Metadata("", "b")),
        (["metadata: {version: 3, author: me}"], Metadata("3", "", "me")),
        (["version: 1", "metadata: {version: 3}"], Metadata("1")),
        (["changelog: [a, b]"], Metadata(changelog=("a", "b"))),
    ],
)
def test_the_state_in_a_header(lines: list[str], metadata: Metadata) -> None:
    assert load(*lines).metadata == metadata


@pytest.mark.parametrize(
    ("line", "models"),
    [
        ("model: opus", ("opus",)),
        ("model: [a, b]", ("a", "b")),
        ("model: 4", ("4",)),
        ("model: {a: 1}", ()),
    ],
)
def test_models_are_a_preference(line: str, models: tuple[str, ...]) -> None:
    assert load(line).model == models


def test_a_text_that_is_no_text_becomes_one() -> None:
    definition = load("description: [one, {two: 3}]")

    assert definition.description == "one, two: 3"
    assert codes(definition) == ["unread-field"]


def test_the_second_of_two_sets_is_kept_unread() -> None:
    definition = load("boundaries: {never: [x]}", "policy: {never: [y]}")

    assert definition.boundaries == Boundaries(never=("x",))
    assert definition.unknown == (("policy", {"never": ["y"]}),)
    assert codes(definition) == ["unread-field"]


def test_writes_may_be_a_plain_list() -> None:
    assert load("writes: [src/**, tests/**]").writes == Writes(("src/**", "tests/**"))


def test_boundaries_in_the_header_stand_before_those_of_the_text() -> None:
    text = "---\nname: a\nboundaries: {ask first: x}\n---\n- **Never:** y\n- **Ask first:** z\n"

    assert read_definition(text, "a.md").boundaries == Boundaries((), ("x",), ("y",))
