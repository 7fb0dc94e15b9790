"""Sections are written anew, a person's words stay, and an edit inside of a section is refused."""

import pytest

from backstay.agent.documents.page.sections import NotOursError, renewed, sealed

HEAD = "# Title\n\nWords."


def test_a_new_document_begins_with_its_head() -> None:
    text = renewed("", HEAD, {"a": "## A\n\none", "b": "## B\n\ntwo"})

    assert text.startswith("# Title\n\nWords.\n\n<!-- backstay:a ")
    assert text.index("one") < text.index("two")
    assert text.endswith("<!-- /backstay:b -->\n")


def test_the_same_sections_change_nothing() -> None:
    once = renewed("", HEAD, {"a": "one", "b": "two"})

    assert renewed(once, "# Another head", {"a": "one", "b": "two"}) == once


def test_words_around_sections_stay_where_they_are() -> None:
    once = renewed("", HEAD, {"a": "one", "b": "two"})
    edited = "Mine first.\n" + once.replace(
        "\n<!-- backstay:b", "\nMine between.\n\n<!-- backstay:b"
    )
    edited += "\nMine last.\n"

    again = renewed(edited, HEAD, {"a": "ONE", "b": "two"})

    assert again == edited.replace(sealed("a", "one"), sealed("a", "ONE"))


def test_a_new_section_goes_behind_the_one_before_and_an_old_one_goes_away() -> None:
    once = renewed("", HEAD, {"a": "one", "c": "three"})

    again = renewed(once, HEAD, {"a": "one", "b": "two", "c": "three"})
    first = renewed(once, HEAD, {"z": "zero", "a": "one"})

    assert again == renewed("", HEAD, {"a": "one", "b": "two", "c": "three"})
    assert "three" not in first
    assert first.index("zero") < first.index("one")


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda text: text.replace("one", "uno"), "edited inside of section `a`"),
        (lambda text: text.replace("one", "x").replace("two", "y"), "sections `a`, `b`"),
        (lambda text: text.replace("<!-- /backstay:b -->\n", ""), "marks are missing"),
        (lambda text: text + sealed("a", "one"), "marks are missing or doubled"),
        (lambda _: "# Our own\n", "no section of it is Backstay's"),
    ],
)
def test_what_a_person_wrote_is_never_overwritten(edit, said) -> None:
    once = renewed("", HEAD, {"a": "one", "b": "two"})

    with pytest.raises(NotOursError, match=said):
        renewed(edit(once), HEAD, {"a": "new", "b": "new"})


def test_a_section_that_was_taken_away_comes_back() -> None:
    once = renewed("", HEAD, {"a": "one", "b": "two"})

    assert "one" in renewed(once.replace(sealed("a", "one"), ""), HEAD, {"a": "one", "b": "two"})
