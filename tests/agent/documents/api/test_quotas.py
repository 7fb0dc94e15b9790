"""Quotas of each operation come from the contract and the settings (R-176, R-247)."""

from backstay.agent.documents.api import quotas as told
from backstay.agent.documents.files import Files
from backstay.auth import attempts
from backstay.blueprint.operations import operations
from backstay.settings.protection import ProtectionSettings

CONTRACT = """\
backstay: 1
service: shelf
defaults:
  limits: "7 per minute, body 2KB"
  page: default 5, max 9
resources:
  Book:
    fields:
      title: text
"""


def test_every_operation_has_its_row(material, timetrack) -> None:
    text = "\n".join(told.quotas(material()))

    for one in operations(timetrack):
        assert f"| {one.method} {one.path} | 600 in 60 s" in text
    assert "| GET /api/v1/tasks | 600 in 60 s | - | 20, at most 100 | 2 s |" in text
    assert "600 in 60 s, 10 failures in 900 s | 1048576 bytes | - | 10 s |" in text
    assert "one address together: 6000." in " ".join(text.split())


def test_numbers_are_those_of_contract_and_settings(material, tmp_path) -> None:
    text = "LOGIN_ATTEMPTS=4\nLOGIN_SECONDS=50\nREQUESTS_PER_ADDRESS=99\n"
    (tmp_path / ".env.example").write_text(text)

    said = "\n".join(told.quotas(material(contract=CONTRACT, files=Files(tmp_path))))

    assert "| GET /api/v1/books | 7 in 60 s | - | 5, at most 9 | 2 s |" in said
    assert "| POST /api/v1/books | 7 in 60 s | 2048 bytes |" in said
    assert "4 failures in 50 s" in said
    assert "of the account 40, of the address 120" in " ".join(said.split())
    assert "one address together: 99." in " ".join(said.split())


def test_factors_are_those_of_the_runtime() -> None:
    assert (attempts.PER_ACCOUNT, attempts.PER_ADDRESS) == (told.PER_ACCOUNT, told.PER_ADDRESS)
    settings = ProtectionSettings.model_validate({"requests": 6})
    assert settings.address_quota == told.TOGETHER * 6
