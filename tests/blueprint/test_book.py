"""Every code has a page whose wrong example gives it and whose right one gives nothing."""

import re
from pathlib import Path

import pytest

from backstay.blueprint import ContractError, check
from backstay.blueprint.book import ids, page
from backstay.blueprint.loading import bytes_of

SOURCES = Path(__file__).parents[2] / "src" / "backstay" / "blueprint"
EXAMPLE = re.compile(r"```(.*?)\n(.*?)```", re.DOTALL)


def codes(kind: str, text: str) -> set[str]:
    """The codes of an example; `kind` says how its bytes are made."""
    raw = text.encode()
    if kind == "sh":
        try:
            raw = bytes_of(Path(__file__).parent / text.rsplit(maxsplit=1)[-1], "x")
        except ContractError as bad:
            return {mistake.code for mistake in bad.mistakes}
    if kind == "yaml with escaped bytes":
        raw = text.encode().decode("unicode_escape").encode("latin-1")
    if kind == "yaml and a comment of 1_000_000 bytes":
        raw += b"#" * 1_000_000
    return {mistake.code for mistake in check(raw)}


def test_every_code_of_the_source_has_a_page_and_no_other():
    used = {
        code
        for source in SOURCES.rglob("*.py")
        for code in re.findall(r"\"(BS\d{3})\"", source.read_text())
    }

    assert set(ids()) == used


@pytest.mark.parametrize("code", ids())
def test_a_page_has_a_wrong_and_a_right_example_that_are_so(code):
    text = page(code)
    assert text

    (wrong_kind, wrong), (right_kind, right) = EXAMPLE.findall(text)

    assert codes(wrong_kind, wrong) == {code}
    if right_kind == "yaml":
        assert codes(right_kind, right) == set()
    else:
        assert code == "BS001"


@pytest.mark.parametrize("code", ids())
def test_a_page_has_its_four_parts(code):
    text = page(code)
    assert text

    assert re.match(rf"# {code}: [a-z`]", text)
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Wrong", "Right", "What to do"]


def test_there_is_no_page_of_what_is_no_code():
    assert page("BS999") is None
    assert page("../pages/BS101") is None
