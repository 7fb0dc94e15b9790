"""Starting with settings from the environment, good ones unless the test says otherwise."""

import pytest

from backstay.settings import ServiceSettings, SettingsRefused, load

SECRET = "kX7pQ2vB9nM4wL8sT1yZ6cR3dF5gH0jA-secret"
GOOD = {"DATABASE_URL": "sqlite:///./desk.sqlite", "SECRET_KEY": SECRET, "ENVIRONMENT": "test"}


def start(monkeypatch: pytest.MonkeyPatch, **environment: str) -> ServiceSettings:
    for name, value in (GOOD | environment).items():
        monkeypatch.setenv(name, value)
    return load(ServiceSettings)


def refusal(monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    with pytest.raises(SettingsRefused) as caught:
        start(monkeypatch, **environment)
    return str(caught.value)
