"""Words lose accents, case and plurals; French terms and short forms are the usual ones (C-42)."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.agent.activation.words import _TERMS, spell, term, usual


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Les Serveurs d'Été", ("les", "serveur", "d", "ete")),
        ("endpoints queries databases", ("endpoint", "query", "database")),
        ("status Redis class bus", ("status", "redis", "class", "bus")),
        ("back-end C++", ("back", "end", "c++")),
        ("", ()),
    ],
)
def test_words_are_spelt_one_way(text: str, words: tuple[str, ...]) -> None:
    assert spell(text) == words


@pytest.mark.parametrize("said", list(_TERMS))
def test_every_known_term_becomes_its_usual_one(said: str) -> None:
    assert term(said) == spell(_TERMS[said])
    assert term(said.upper()) == spell(_TERMS[said])


def test_longer_terms_come_before_shorter_ones() -> None:
    assert term("bases de données") == ("database",)
    assert term("our APIs") == ("our", "api")
    assert term("test unitaire de base") == ("unit", "test", "de", "base")


def test_the_places_of_replaced_words_are_those_of_the_text() -> None:
    assert list(usual(("une", "base", "de", "donnee", "la"))) == [
        *(("une", 0), ("database", 1), ("la", 4)),
    ]


@settings(derandomize=True, max_examples=200)
@given(st.text(max_size=30))
def test_accents_and_case_make_no_difference(text: str) -> None:
    stripped = "".join(
        one
        for one in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(one)
    )

    assert spell(stripped) == spell(text)


@settings(derandomize=True, max_examples=200)
@given(st.text(alphabet="abcdefinosuy ", max_size=30))
def test_spelling_twice_changes_nothing_that_was_singular(text: str) -> None:
    once = spell(text)

    assert len(spell(" ".join(once))) == len(once)
