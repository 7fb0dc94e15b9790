"""Words of generated text survive whatever a contract says."""

import ast

import pytest

from backstay.build.views.words import call_with, docstring, literal

HARD = [
    'ends with a "quote"',
    "a tab\tand a line\nbreak",
    'three """ of them',
    "back\\slash \\",
    "x" * 200,
    "words " * 40,
    "",
]


@pytest.mark.parametrize("text", HARD)
def test_a_literal_is_the_text(text):
    assert ast.literal_eval(literal(text)) == text


@pytest.mark.parametrize("text", HARD)
def test_the_only_argument_of_a_call_is_the_text(text):
    call = ast.parse(call_with("f", text), mode="eval").body

    assert "((" not in call_with("f", text)
    assert isinstance(call, ast.Call)
    assert ast.literal_eval(call.args[0]) == text


@pytest.mark.parametrize("text", HARD)
def test_a_docstring_is_one_line_of_python(text):
    source = docstring(text, 0)

    assert "\n" not in source
    found = ast.literal_eval(source)
    assert found.split() == text.replace('"""', "'''").split()
