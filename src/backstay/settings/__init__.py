"""Typed settings that refuse to start on bad values, saying which."""

from backstay.settings.access import lazy, load
from backstay.settings.refusals import SettingsRefused
from backstay.settings.service import ServiceSettings

__all__ = ["ServiceSettings", "SettingsRefused", "lazy", "load"]
