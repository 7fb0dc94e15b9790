"""Settings refuse to start on bad values, name every wrong key, and never print a value."""

from pathlib import Path
from typing import Any

import pytest

from backstay.settings import ServiceSettings, SettingsRefused, lazy, load

SECRET = "kX7pQ2vB9nM4wL8sT1yZ6cR3dF5gH0jA-secret"
GOOD = {"DATABASE_URL": "sqlite:///./desk.sqlite", "SECRET_KEY": SECRET, "ENVIRONMENT": "test"}
CANARY = "canary7Qx"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and an environment with nothing of ours."""
    monkeypatch.chdir(tmp_path)
    for name in ServiceSettings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return tmp_path


def start(monkeypatch: pytest.MonkeyPatch, **environment: str) -> ServiceSettings:
    for name, value in (GOOD | environment).items():
        monkeypatch.setenv(name, value)
    return load(ServiceSettings)


def refusal(monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    with pytest.raises(SettingsRefused) as caught:
        start(monkeypatch, **environment)
    return str(caught.value)


def test_the_defaults_are_safe(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:///./desk.sqlite")
    monkeypatch.setenv("SECRET_KEY", SECRET)
    settings = load(ServiceSettings)

    assert settings.production
    assert settings.level == "INFO"
    assert not settings.docs_open
    assert settings.cors_origins == settings.allowed_hosts == []
    assert SECRET not in repr(settings)


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


def test_production_serves_from_several_workers_that_share_a_redis(monkeypatch):
    given = {"ENVIRONMENT": "production", "WORKERS": "2", "REDIS_URL": "redis://cache:6379"}
    assert start(monkeypatch, **given).workers == 2


@pytest.mark.parametrize(
    ("environment", "level", "docs"),
    [
        ({}, "INFO", True),
        ({"DEBUG": "true"}, "DEBUG", True),
        ({"DEBUG": "true", "LOG_LEVEL": "ERROR", "DOCS": "false"}, "ERROR", False),
        ({"ENVIRONMENT": "production"}, "INFO", False),
        ({"ENVIRONMENT": "production", "DOCS": "true"}, "INFO", True),
    ],
)
def test_what_follows_from_settings(monkeypatch, environment: dict[str, str], level, docs):
    settings = start(monkeypatch, **environment)
    assert (settings.level, settings.docs_open) == (level, docs)


def test_the_environment_wins_over_the_file_and_empty_means_the_default(
    monkeypatch: pytest.MonkeyPatch, place: Path
):
    (place / ".env").write_text(
        'PORT=1\nHOST=0.0.0.0\nWORKERS=\nUNKNOWN=1\nCORS_ORIGINS=["https://a"]\n'
    )
    settings = start(monkeypatch, PORT="2", LOG_LEVEL="")
    assert (settings.port, settings.host, settings.workers) == (2, "0.0.0.0", 1)
    assert settings.cors_origins == ["https://a"]


def test_a_file_that_cannot_be_read_is_said(monkeypatch: pytest.MonkeyPatch, place: Path):
    (place / ".env").write_bytes(b"PORT=\xff\xfe\n")
    assert refusal(monkeypatch).startswith("The settings cannot be read: ")


def test_a_stand_in_reads_at_first_use_and_is_read_only(monkeypatch: pytest.MonkeyPatch):
    asked: list[Any] = []

    def accessor() -> ServiceSettings:
        asked.append(1)
        return start(monkeypatch)

    settings = lazy(accessor)
    assert asked == []
    assert settings.port == 8000
    assert asked == [1]
    with pytest.raises(AttributeError, match="set PORT in the environment"):
        settings.port = 1
