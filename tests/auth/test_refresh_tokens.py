"""Refresh tokens are ours or refused, whatever is done to their text."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstay.auth.refresh_tokens import RefreshToken, RefreshTokens
from backstay.errors import TokenInvalid

TOKENS = RefreshTokens("a secret of enough length for this")


@given(session=st.uuids(), generation=st.integers(0, 2**64 - 1))
def test_what_is_written_is_read_again(session: UUID, generation: int):
    token = RefreshToken(session, generation)
    assert TOKENS.read(TOKENS.write(token)) == token


@given(text=st.text(max_size=90))
def test_other_text_is_refused(text: str):
    with pytest.raises(TokenInvalid):
        TOKENS.read(text)


def test_every_changed_or_missing_byte_is_refused():
    text = TOKENS.write(RefreshToken(uuid4(), 7))
    changed = [
        text[:place] + ("A" if sign != "A" else "B") + text[place + 1 :]
        for place, sign in enumerate(text[:-1])
    ]
    for other in (*changed, text[:-1], text + "A", text + text, ""):
        with pytest.raises(TokenInvalid):
            TOKENS.read(other)


def test_a_token_of_another_service_is_refused():
    text = RefreshTokens("another secret of enough length").write(RefreshToken(uuid4(), 0))
    with pytest.raises(TokenInvalid):
        TOKENS.read(text)


def test_a_successor_is_the_same_for_everybody():
    token = RefreshToken(uuid4(), 3)
    assert token.successor() == token.successor() == RefreshToken(token.session_id, 4)
