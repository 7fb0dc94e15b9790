"""Settings: safe by themselves, and what follows from the environment and the file."""

from pathlib import Path

import pytest

from backstay.settings import ServiceSettings, load
from tests.settings.starting import SECRET, start


def test_the_defaults_are_safe(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:///./desk.sqlite")
    monkeypatch.setenv("SECRET_KEY", SECRET)
    settings = load(ServiceSettings)

    assert settings.production
    assert settings.level == "INFO"
    assert not settings.docs_open
    assert settings.cors_origins == settings.allowed_hosts == []
    assert SECRET not in repr(settings)


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
