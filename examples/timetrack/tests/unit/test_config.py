"""Settings refuse what is wrong, saying which, and every one of them is documented."""

from pathlib import Path
from typing import Any

import pytest
from backstay.settings import SettingsRefused, load

from src.core.config import Settings, get_settings, logging_config, settings
from src.main import start

ROOT = Path(__file__).parent.parent.parent
SECRET = "only-for-tests-0123456789abcdefghijklmnop"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("database_url", "mysql://somewhere"),
        ("secret_key", "short"),
        ("access_token_minutes", 90),
        ("port", 0),
    ],
)
def test_a_bad_setting_is_named(name: str, value: object) -> None:
    """The message says which setting is wrong, and never its value."""
    good = {"database_url": "sqlite:///./x.sqlite", "secret_key": SECRET, "environment": "test"}

    with pytest.raises(SettingsRefused) as refused:
        load(Settings, **(good | {name: value}))

    assert name.upper() in str(refused.value)
    assert "mysql" not in str(refused.value)


def test_every_setting_is_in_the_example() -> None:
    """Nobody has to read code to find a setting."""
    text = (ROOT / ".env.example").read_text()
    keys = {line.partition("=")[0] for line in text.splitlines() if "=" in line and line[0] != "#"}

    assert {name.upper() for name in Settings.model_fields} - keys == set()


def test_the_example_works_with_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copying it, and setting what it asks for, is enough to start."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    given: dict[str, Any] = {"_env_file": ROOT / ".env.example", "secret_key": SECRET}
    example = Settings(**given)

    assert example.environment == "development"


def test_settings_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The accessor is cached, and the lazy name reads through it."""
    monkeypatch.setenv("DATABASE_URL", "sqlite:///./x.sqlite")
    monkeypatch.setenv("SECRET_KEY", SECRET)
    get_settings.cache_clear()

    assert get_settings() is get_settings()
    assert settings.app_name == "timetrack"

    get_settings.cache_clear()


def test_logging_is_configured_in_one_file() -> None:
    """config/logging.yaml is what the service starts with."""
    assert logging_config()["root"]["handlers"] == ["stdout"]


def test_the_server_gets_what_is_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Logging first, then the service."""
    configured: list[Any] = []
    given: dict[str, Any] = {"database_url": "sqlite:///./x.sqlite", "secret_key": SECRET}
    monkeypatch.setattr("src.main.get_settings", lambda: Settings(**given, environment="test"))
    monkeypatch.setattr("src.main.configure", lambda *args, **_: configured.append(args))

    assert start().title == "timetrack"
    assert configured == [(logging_config(), "INFO")]
