"""The settings of a service that says no more than it must are those of the standard."""

from pathlib import Path

import pytest

from backstay.settings import ServiceSettings, SettingsRefused, load

GOOD = {
    "DATABASE_URL": "sqlite:///./desk.sqlite",
    "SECRET_KEY": "kX7pQ2vB9nM4wL8sT1yZ6cR3dF5gH0jA-secret",
}


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder, and an environment that says what it must and nothing else of ours."""
    monkeypatch.chdir(tmp_path)
    for name in ServiceSettings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)


def test_they_are_those_of_the_standard():
    """R-032 to R-037, R-073: each as the requirements state it."""
    settings = load(ServiceSettings)

    assert settings.environment == "production"
    assert settings.debug is False
    assert settings.db_pool_size == 10
    assert settings.db_max_overflow == 20
    assert settings.api_prefix == "/api/v1"
    assert settings.jwt_algorithm == "HS256"
    assert settings.access_token_minutes == 30
    assert settings.redis_url == "redis://localhost:6379"
    assert settings.smtp_url.get_secret_value() == ""


@pytest.mark.parametrize("minutes", [15, 30, 60])
def test_access_tokens_live_15_to_60_minutes(monkeypatch: pytest.MonkeyPatch, minutes: int):
    """R-093: a validator refuses what is outside (C-33)."""
    monkeypatch.setenv("ACCESS_TOKEN_MINUTES", str(minutes))
    assert load(ServiceSettings).access_token_minutes == minutes


@pytest.mark.parametrize("minutes", [14, 61])
def test_shorter_and_longer_lives_are_refused(monkeypatch: pytest.MonkeyPatch, minutes: int):
    monkeypatch.setenv("ACCESS_TOKEN_MINUTES", str(minutes))
    with pytest.raises(SettingsRefused, match="ACCESS_TOKEN_MINUTES"):
        load(ServiceSettings)


@pytest.mark.parametrize("name", ["port", "PORT", "Port"])
def test_names_are_matched_in_any_case(monkeypatch: pytest.MonkeyPatch, name: str):
    """Attributes in snake_case, the environment in capitals, and no matter which (C-04)."""
    monkeypatch.setenv(name, "8123")
    assert load(ServiceSettings).port == 8123
