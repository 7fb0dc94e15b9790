"""How a mistake is shown, and what was probably meant."""

import pytest

from backstay.blueprint.mistakes import Mistake, Mistakes, nearest, quoted
from backstay.blueprint.model import Place


def test_a_mistake_is_shown_as_contract_md_says():
    mistake = Mistake(8, 5, "BS101", "unknown key `rule`", "rules", ("fields", "rules"), "look")

    assert mistake.show("shop.yaml") == (
        "shop.yaml:8:5: BS101: unknown key `rule`\n"
        "    did you mean: rules\n"
        "    allowed: fields, rules\n"
        "    hint: look"
    )


def test_mistakes_are_sorted_by_place_and_the_same_one_counts_once():
    mistakes = Mistakes()
    for line in (3, 1, 3):
        mistakes.add(Place(line, 1), "BS101", "unknown")

    assert [mistake.line for mistake in mistakes.listed()] == [1, 3]
    assert len(mistakes) == 2
    assert mistakes.has("BS101")
    assert not mistakes.has("BS102")


@pytest.mark.parametrize(
    ("word", "allowed", "meant"),
    [
        ("rule", ("fields", "rules"), "rules"),
        ("string", ("int", "text"), "text"),
        ("YES", ("true", "false"), "true"),
        ("user", ("text", "User"), "User"),
        ("xyz", ("text", "User"), ""),
        ("string", ("strong",), "strong"),
    ],
)
def test_the_nearest_word_is_a_synonym_or_looks_alike(word, allowed, meant):
    assert nearest(word, allowed) == meant


def test_long_lists_of_words_are_cut():
    mistakes = Mistakes()

    mistakes.add(Place(1, 1), "BS601", "x", allowed=[f"f{i}" for i in range(100)])

    assert len(mistakes.listed()[0].allowed) == 41
    assert mistakes.listed()[0].allowed[-1] == "..."


def test_input_is_quoted_short_and_printable():
    assert quoted("a\x07b") == "`a?b`"
    assert quoted("x" * 50, 10) == "`xxxxxxx...`"
