"""A file without a header carries its fields in a block at its end, and only there."""

import pytest

from backstay.agent.definitions.tail import put_tail, take_tail


@pytest.mark.parametrize("body", ["", "text", "text\n", "```py\nx\n```\n", put_tail("x", {"a": 1})])
@pytest.mark.parametrize("fields", [{}, {"a": 1}, {"a": "```\n```yaml agent-fields\n"}])
def test_what_is_put_is_taken(body: str, fields: dict[str, object]) -> None:
    parts = take_tail(put_tail(body, fields))

    assert parts
    assert parts.body == body


def test_the_line_of_the_block_is_known() -> None:
    parts = take_tail(put_tail("one\ntwo", {"a": 1}))

    assert parts
    assert (parts.header, parts.header_line) == (("a: 1",), 4)


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "x\n```yaml agent-fields\na: 1\n```\nmore",
        "x\n```yaml agent-fields\na: 1\n```\n```\nb\n```\n",
        "x\n```yaml agent-fields\na: 1",
    ],
)
def test_a_block_elsewhere_is_part_of_the_text(text: str) -> None:
    assert take_tail(text) is None


def test_a_last_line_without_its_end_is_no_obstacle() -> None:
    parts = take_tail("x\n```yaml agent-fields\na: 1\n```")

    assert parts
    assert parts.header == ("a: 1",)
