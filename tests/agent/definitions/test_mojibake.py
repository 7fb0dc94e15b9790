"""Text that was read in the wrong encoding is found, and its right form is known."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.agent.definitions.mojibake import find_mojibake, mended


@pytest.mark.parametrize(
    "text", ["é", "\u2013", "\u2019", "œuvre", "€", "\u2705", "\u26a0", "\u2192", "日本"]
)
@pytest.mark.parametrize("page", ["cp1252", "latin-1"])
def test_what_one_wrong_reading_made_is_mended(text: str, page: str) -> None:
    try:
        damaged = f"a {text} b".encode().decode(page)
    except UnicodeDecodeError:
        damaged = f"a {text} b".encode().decode("latin-1")

    assert mended(damaged) == f"a {text} b"


def test_sound_letters_after_damaged_ones_stay() -> None:
    assert mended("\u2013".encode().decode("cp1252") + "é") == "\u2013é"


def test_the_turkish_code_page_is_known_too() -> None:
    assert mended("\U0001f6ab".encode().decode("cp1254")) == "\U0001f6ab"


@pytest.mark.parametrize(
    "text", ["plain", "façade", "Ça va, « là »", "«CAFÉ»", "naïve café", "Ångström", "ÀÉ"]
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert mended(text) == text
    assert list(find_mojibake(text)) == []


@settings(derandomize=True, max_examples=300)
@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=12))
def test_mending_twice_changes_nothing_more_in_latin_text_without_pairs(text: str) -> None:
    """Mended text may only change again where the damage was done twice."""
    once = mended(text)

    assert once == text or len(once) < len(text)


def test_each_damaged_line_is_reported_once_with_its_number() -> None:
    (repair,) = find_mojibake("fine\nâ€“ and â€“ here", first_line=10)

    assert (repair.code, repair.line) == ("mojibake", 11)
    assert repair.fix
    assert repair.fix.text == "\u2013 and \u2013 here"
