"""Forging: something is forged of any credential, and never is it the good one."""

from backstay.prove.audit.forging import forgeries
from backstay.prove.audit.identity import Identity
from tests.prove.audit.specimen import ANN


def values(who: Identity | None) -> dict[str, tuple[tuple[str, str], ...]]:
    return {kind: one.headers for kind, one in forgeries(who)}


def test_of_a_json_web_token_all_that_needs_no_key_is_forged():
    found = values(ANN)
    assert list(found) == [
        "no credentials",
        "garbage for a token",
        "a token whose claims were changed",
        "a token without a signature",
        "a token that somebody else signed",
    ]
    assert ANN.headers not in found.values()


def test_of_an_opaque_token_another_is_made():
    found = values(Identity("me", (("Authorization", "Bearer xyz"), ("Accept", "a/b"))))
    assert found["a token with another beginning"] == (
        ("Authorization", "Bearer yyz"),
        ("Accept", "a/b"),
    )


def test_a_key_in_a_header_of_its_own_is_changed_at_its_end():
    found = values(Identity("me", (("X-Api-Key", "abc"),)))
    assert found["a credential with another end"] == (("X-Api-Key", "abx"),)
    ending = values(Identity("me", (("X-Api-Key", "abx"),)))
    assert ending["a credential with another end"] == (("X-Api-Key", "aby"),)


def test_without_anybody_there_is_only_garbage():
    assert list(values(None)) == ["no credentials", "a token of garbage"]
