"""Comments go, strings and line numbers stay, and hostile texts take one pass."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.detect.comments import without_blocks, without_comments


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a // b\nc", "a \nc"),
        ("a /* b\nc */ d", "a \n d"),
        ('"http://x" // y', '"http://x" '),
        ("'/*' /* y */ z", "'/*'  z"),
        ("`a\n// b` c", "`a\n// b` c"),
        (r'"\"//" x', r'"\"//" x'),
        ("a /* never\nends", "a \n"),
        ('"open\n// gone', '"open\n'),
        ("a / b * c", "a / b * c"),
    ],
)
def test_comments_are_taken_out(text: str, plain: str) -> None:
    assert without_comments(text) == plain


@settings(derandomize=True, max_examples=200)
@given(st.text(alphabet="/*\"'`\\ab\n", max_size=40))
def test_no_line_is_lost(text: str) -> None:
    assert without_comments(text).count("\n") == text.count("\n")


def test_openings_without_ends_cost_one_pass() -> None:
    """A pattern that starts anew at each opening would need 10^11 steps here."""
    assert without_comments("/* " * 250_000) == ""
    assert without_blocks("<!--" * 250_000, "<!--", "-->") == ""


def test_blocks_leave_their_line_breaks() -> None:
    assert without_blocks("a<!-- b\nc -->d<!-- e", "<!--", "-->") == "a\nd"
