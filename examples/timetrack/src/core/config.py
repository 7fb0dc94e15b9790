"""Settings: the environment first, then .env, then config/settings.yaml (which holds no secret)."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from backstay.settings import ServiceSettings, lazy, load
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    YamlConfigSettingsSource,
)

CONFIG = Path(__file__).parent.parent.parent / "config"


class Settings(ServiceSettings):
    """What differs between machines; .env.example lists every key. Add your own here."""

    model_config = SettingsConfigDict(yaml_file=CONFIG / "settings.yaml")

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], **sources: PydanticBaseSettingsSource
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read settings.yaml last, so that the environment wins."""
        return (*sources.values(), YamlConfigSettingsSource(settings_cls))


@lru_cache
def get_settings() -> Settings:
    """The settings, read once; SettingsRefused names what is wrong with them."""
    return load(Settings)


def logging_config() -> dict[str, Any]:
    """What config/logging.yaml says, for the standard library's dictConfig."""
    config: dict[str, Any] = yaml.safe_load((CONFIG / "logging.yaml").read_text())
    return config


settings = lazy(get_settings)
