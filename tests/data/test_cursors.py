"""Cursors are opaque, and nobody else can make one."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstay.data.cursors import Cursors
from backstay.errors import CursorInvalid

CURSORS = Cursors("a secret of enough length for this")


@given(st.lists(st.none() | st.integers(-(2**63), 2**63 - 1) | st.text() | st.booleans()))
def test_what_is_written_is_read_again(values):
    assert CURSORS.read(CURSORS.write(values, ["list", 1]), ["list", 1]) == values


def test_moments_keep_their_microseconds():
    moment = datetime(2026, 1, 1, 0, 0, 0, 1, UTC)
    assert CURSORS.read(CURSORS.write([moment], 0), 0) == [moment]


@given(text=st.text(max_size=80))
def test_text_that_is_no_cursor_of_ours_is_refused(text: str):
    with pytest.raises(CursorInvalid):
        CURSORS.read(text, "list")


def test_every_changed_byte_is_refused():
    cursor = CURSORS.write([UUID(int=1), 5], "list")
    for place, sign in enumerate(cursor):
        other = "A" if sign != "A" else "B"
        with pytest.raises(CursorInvalid):
            CURSORS.read(cursor[:place] + other + cursor[place + 1 :], "list")


def test_a_cursor_of_another_list_or_another_service_is_refused():
    cursor = CURSORS.write([1], "list")
    with pytest.raises(CursorInvalid):
        CURSORS.read(cursor, "another")
    with pytest.raises(CursorInvalid):
        Cursors("another secret of enough length").read(cursor, "list")
