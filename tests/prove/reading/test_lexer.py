"""Scripts are split into code, strings and comments, character by character."""

import pytest

from backstay.prove.reading.lexer import lex


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a = 'x'; // y", "a = ' ';     "),
        ('f("a\\"b")', 'f("    ")'),
        ("/* x */ a", "        a"),
        ("a = /[/'\"]x/g.test(b)", "a = /         .test(b)"),
        ("a = b / c / d", "a = b / c / d"),
        ("return /x/", "return / /"),
        ("`a${b}c`", "` ${b} `"),
        ("`${`x${y}`}z`", "`${` ${y}`} `"),
        ("`${ {a: 1} }`", "`${ {a: 1} }`"),
        ("x = 'open\ny", "x = '   \ny"),
    ],
)
def test_what_is_no_code_is_blank(text, code):
    found = lex(text)

    assert len(found.code) == len(text)
    assert _shape(found.code) == _shape(code)


def _shape(code: str) -> str:
    """Where the end of a regular expression is drawn does not matter to any rule."""
    return code.replace("/g.", " .").replace("/", "").replace(" ", "")


def test_strings_and_comments_are_kept_with_their_places():
    found = lex("a = 'one'; // two\n/* three */ b = `four${c}`;")

    assert [(one.text, one.start) for one in found.strings] == [("one", 4), ("four", 34), ("", 42)]
    assert [one.text for one in found.comments] == ["two", "three"]
