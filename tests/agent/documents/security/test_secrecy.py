"""Algorithms are those that the runtime uses (R-110, R-178)."""

import inspect

from backstay.agent.documents.security import secrecy
from backstay.auth import passwords, refresh_tokens, tokens
from backstay.settings.refusals import check_secret
from backstay.settings.service import ServiceSettings


def test_the_numbers_are_those_of_the_runtime() -> None:
    hashed = passwords.Passwords()._hasher.hash("seven unrelated plain words")
    memory, rounds = passwords.MEMORY_KIB, passwords.ROUNDS

    assert f"argon2id, {memory} KiB, {rounds} rounds, 1 lane" == secrecy.ARGON2
    assert f"$argon2id$v=19$m={memory},t={rounds},p=1$" in hashed
    assert f"JWT, HMAC-SHA-256 (HS256), type {tokens._TYPE}" == secrecy.ACCESS
    assert ServiceSettings.model_fields["jwt_algorithm"].default == "HS256"
    source = inspect.getsource(refresh_tokens)
    assert "sha256(b" in source
    assert "hmac." in source
    assert callable(check_secret)


def test_what_is_not_encrypted_is_said(material) -> None:
    text = "\n".join(secrecy.secrecy(material()))

    assert "| not encrypted by the service |" in text
    assert "not proven here" in text
    assert "Personal fields: `User.email`, `User.name`." in text
    assert "| 30 minutes; nothing is stored |" in text
