"""Docstrings keep to 100 columns, whatever names they are made of; nothing else is touched."""

import ast
from textwrap import dedent

from hypothesis import given
from hypothesis import strategies as st

from backstay.build.folding import WIDTH, folded, is_wide

WORD = "a_name_of_the_contract"


def docstring_of(source: str) -> str:
    return ast.get_docstring(ast.parse(source), clean=True) or ""


def test_what_fits_is_left_alone():
    source = f'"""{"x" * 94}"""\n\nx = 1\n'

    assert folded(source) == source


def test_a_sentence_is_folded_and_its_quotes_get_a_line():
    sentence = " ".join([WORD] * 9)

    lines = folded(f'"""{sentence}."""\n').splitlines()

    assert lines[-1] == '"""'
    assert max(map(len, lines)) <= WIDTH
    assert docstring_of("\n".join(lines)).split() == f"{sentence}.".split()


def test_what_would_fit_without_its_quotes_leaves_no_line_empty():
    lines = folded(f'"""{"x " * 47}xx"""\n').splitlines()

    assert [len(line.split()) for line in lines] == [47, 1, 1]


def test_a_section_goes_on_with_a_hanging_indent():
    source = f'''\
    def f():
        """Do it.

        Raises: {", ".join([WORD] * 9)}.
        """
    '''
    lines = folded(dedent(source)).splitlines()

    assert lines[3].startswith(f"    Raises: {WORD}, ")
    assert all(line.startswith(f"        {WORD}") for line in lines[4:-1])
    assert len(lines) > 5


def test_code_is_left_alone_however_wide():
    source = f'"""Short."""\n\nx = "{"y " * 60}"\n'

    assert folded(source) == source
    assert is_wide(source)


def test_a_word_that_is_wider_than_a_line_stays_whole():
    path = "/a" * 80

    assert path in folded(f'"""{path}: what is there."""\n')


def test_letters_of_two_columns_count_for_two():
    assert is_wide("# " + "\u6f22" * 50)
    assert not is_wide("# " + "\u00e9" * 98)


@given(st.lists(st.text("ab,.-", min_size=1, max_size=40), min_size=1, max_size=40))
def test_no_word_is_lost_and_folding_again_changes_nothing(words):
    once = folded(f'class A:\n    """{" ".join(words)}"""\n')

    assert once.split('"""')[1].split() == words
    assert folded(once) == once
    assert not is_wide(once)
