"""Wrong settings are refused: every wrong key is named, and no value is printed."""

from pathlib import Path

import pytest

from backstay.settings import ServiceSettings, SettingsRefused, load
from tests.settings.starting import refusal, start

CANARY = "canary7Qx"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "0"),
        ("PORT", CANARY),
        ("WORKERS", "65"),
        ("ENVIRONMENT", CANARY),
        ("LOG_LEVEL", CANARY),
        ("DEBUG", CANARY),
        ("DATABASE_URL", f"mysql://{CANARY}"),
        ("API_PREFIX", CANARY),
        ("API_PREFIX", "/"),
        ("SECRET_KEY", CANARY),
        ("SECRET_KEY", f"change-{CANARY}-{CANARY}-{CANARY}-{CANARY}"),
        ("SECRET_KEY", "a1" * 20),
        ("JWT_ALGORITHM", "none"),
        ("ACCESS_TOKEN_MINUTES", "1440"),
        ("CORS_ORIGINS", CANARY),
        ("CORS_ORIGINS", f'{{"{CANARY}": 1}}'),
        ("ALLOWED_HOSTS", f"[{CANARY}"),
        ("TRUSTED_PROXIES", f'["{CANARY}"]'),
        ("BODY_LIMIT", "1"),
    ],
)
def test_a_wrong_value_is_named_and_not_printed(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
):
    said = refusal(monkeypatch, **{name: value})

    assert said.startswith(f"These settings are wrong:\n  {name} ")
    assert len(said.splitlines()) == 2
    assert CANARY not in said
    assert len(value) < 3 or value not in said


def test_every_wrong_key_is_named_at_once(monkeypatch: pytest.MonkeyPatch):
    said = refusal(
        monkeypatch, PORT="x", SECRET_KEY="short", CORS_ORIGINS="x", REQUESTS="0", WORKERS=CANARY
    )
    names = [line.split()[0] for line in said.splitlines()[1:]]
    assert sorted(names) == ["CORS_ORIGINS", "PORT", "REQUESTS", "SECRET_KEY", "WORKERS"]


def test_missing_keys_are_named(monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(SettingsRefused) as caught:
        load(ServiceSettings)
    assert str(caught.value).splitlines()[1:] == [
        "  DATABASE_URL is missing; .env.example shows it",
        "  SECRET_KEY is missing; .env.example shows it",
    ]


def test_production_refuses_together_what_is_fine_elsewhere(monkeypatch: pytest.MonkeyPatch):
    open_to_all = {"CORS_ORIGINS": '["*"]', "WORKERS": "2", "HTTPS_ONLY": "true"}
    assert start(monkeypatch, **open_to_all).workers == 2

    said = refusal(monkeypatch, ENVIRONMENT="production", **open_to_all)

    lines = said.splitlines()
    assert [line.partition(":")[0].strip() for line in lines[1:]] == [
        "CORS_ORIGINS",
        "WORKERS",
        "ALLOWED_HOSTS",
    ]


def test_a_file_that_cannot_be_read_is_said(monkeypatch: pytest.MonkeyPatch, place: Path):
    (place / ".env").write_bytes(b"PORT=\xff\xfe\n")
    assert refusal(monkeypatch).startswith("The settings cannot be read: ")
