"""Each character of a value leads back to its place in the file."""

import pytest

from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.model import Place
from backstay.blueprint.reading.compose import compose
from backstay.blueprint.reading.nodes import Items, Pairs, Text


def value_of(source: str) -> Text:
    root = compose(source, Mistakes())
    assert isinstance(root, Pairs)
    node = root.pairs[0][1]
    assert isinstance(node, Text)
    return node


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("key: one two", "two"),
        ("key: 'one two'", "two"),
        ('key: "one two"', "two"),
        ("key: 'it''s two'", "two"),
        ('key: "\\u00e9\\x41\\n\\U0001F600 two"', "two"),
        ('{key: "one, two"}', "two"),
    ],
)
def test_a_word_is_where_it_stands_whatever_the_quotes(source, word):
    node = value_of(source)

    assert node.place(node.value.index(word)) == Place(1, source.index(word) + 1)


def test_behind_the_end_is_the_closing_quote():
    node = value_of("key: 'ab'")

    assert node.place(2) == Place(1, 9)


@pytest.mark.parametrize("source", ["key: |\n  one\n  two\n", "key: one\n  two\n", 'key: "a\n  b"'])
def test_what_goes_over_lines_is_pointed_at_where_it_begins(source):
    assert value_of(source).place(4) == Place(1, 6)


def test_lists_and_mappings_are_where_they_begin():
    root = compose("a: [x]\nb: {c: d}\n", Mistakes())
    assert isinstance(root, Pairs)

    (_, items), (_, pairs) = root.pairs

    assert isinstance(items, Items)
    assert items.place() == Place(1, 4)
    assert pairs.place(3) == Place(2, 4)
    assert root.span.end == len("a: [x]\nb: {c: d}")
