"""A stand-in for settings reads them when they are first asked for."""

from typing import Any

import pytest

from backstay.settings import ServiceSettings, lazy
from tests.settings.starting import start


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
