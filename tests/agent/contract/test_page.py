"""Pairs and words are added to a contract's text; every other byte stays where it is."""

import pytest

from backstay.agent.contract.page import CannotEditError, Page, quoted

BLOCK = """\
# head
backstay: 1   # one
service: x
roles: [admin, member]  # two
resources:
  A:
    fields:
      a: text   # last

  B: {fields: {b: text}, access: {admin: all}}
# end"""


def added(text: str, way: str, key: str, *lines: str) -> str:
    page = Page(text)
    page.add(way.split("."), key, lines)
    return str(page)


def test_a_pair_stands_below_the_last_one_at_its_indent() -> None:
    assert added(BLOCK, "resources.A.fields", "z", "int, optional") == BLOCK.replace(
        "# last\n", "# last\n      z: int, optional\n"
    )


def test_a_missing_section_comes_with_its_first_pair() -> None:
    assert added(BLOCK, "resources.A.rules", "r", "a = 'x'") == BLOCK.replace(
        "# last\n", "# last\n    rules:\n      r: a = 'x'\n"
    )
    assert added(BLOCK, "jobs", "j", "{every: hour}") == BLOCK.replace(
        "{admin: all}}\n", "{admin: all}}\njobs:\n  j: {every: hour}\n"
    )


def test_a_braced_mapping_grows_inside_its_braces() -> None:
    assert '{fields: {b: text, c: "int, optional"}, access' in added(
        BLOCK, "resources.B.fields", "c", "int, optional"
    )


def test_a_block_keeps_the_distance_of_those_before_it() -> None:
    text = added(BLOCK, "resources", "C", "fields:", "  c: text")

    assert text == BLOCK.replace(
        "{admin: all}}\n", "{admin: all}}\n\n  C:\n    fields:\n      c: text\n"
    )


def test_words_join_a_list_and_a_value_of_words() -> None:
    page = Page(BLOCK)
    page.add_words(("roles",), ["guest"])
    assert str(page) == BLOCK.replace("member]", "member, guest]")

    page = Page("roles:\n  - admin\n  - member # m\nx: {a: 'read'}\ny: read # y\n")
    page.add_words(("roles",), ["guest"])
    page.add_words(("x", "a"), ["update"])
    page.add_words(("y",), ["delete"])
    assert str(page) == (
        "roles:\n  - admin\n  - member # m\n  - guest\nx: {a: 'read, update'}\n"
        "y: read, delete # y\n"
    )


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    text = "\ufeff" + BLOCK.replace("\n", "\r\n")

    result = added(text, "resources.A.fields", "z", "int")

    assert result.startswith("\ufeff# head\r\n")
    assert "\n" not in result.replace("\r\n", "")


def test_what_cannot_be_edited_is_refused() -> None:
    with pytest.raises(CannotEditError, match="needs a block"):
        added("resources: {A: {fields: {a: text}}}", "resources", "B", "fields:", "  b: text")
    with pytest.raises(CannotEditError, match="no mapping"):
        added("a: [1]", "a", "b", "c")
    with pytest.raises(CannotEditError, match="cannot be read"):
        added("a: [", "a", "b", "c")
    with pytest.raises(CannotEditError, match="no list"):
        Page("a: {b: c}").add_words(("a",), ["x"])


@pytest.mark.parametrize(
    ("value", "inside", "written"),
    [
        ("text 1..200", False, "text 1..200"),
        ("a, b", False, "a, b"),
        ("a, b", True, '"a, b"'),
        ("x: y", False, '"x: y"'),
        ("[a, b]", False, "[a, b]"),
        ('say "x"', False, '"say \\"x\\""'),
        ("a # b", False, '"a # b"'),
    ],
)
def test_values_are_quoted_where_they_must(value, inside, written) -> None:
    assert quoted(value, inside=inside) == written
