"""Forgery: tokens that look right, each wrong in one way."""

import jwt
import pytest

from backstay.prove.subject.process import SECRET
from backstay.prove.world.forgery import bad_tokens
from backstay.prove.world.person import Person


@pytest.fixture
def bad() -> dict[str, str]:
    token = jwt.encode({"sub": "1", "exp": 4_000_000_000, "iat": 1}, SECRET, "HS256")
    return dict(bad_tokens(Person("somebody", "1", "member", "", token, "refresh")))


def test_none_of_them_is_good(bad):
    for name, token in bad.items():
        with pytest.raises(jwt.InvalidTokenError):
            jwt.decode(token, SECRET, ["HS256"])
        assert name


def test_the_expired_one_is_signed_as_the_subject_signs(bad):
    claims = jwt.decode(
        bad["a token that has expired"], SECRET, ["HS256"], options={"verify_exp": False}
    )
    assert claims["sub"] == "1"


def test_the_unsigned_one_says_so(bad):
    assert jwt.get_unverified_header(bad["a token without a signature"])["alg"] == "none"
