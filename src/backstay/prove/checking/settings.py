"""Settings of `check`: `[tool.backstay.check]` in pyproject.toml, or backstay-check.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OWN_FILE = "backstay-check.toml"
_KEYS = {"exclude", "ignore", "limits", "baseline", "waivers"}


class SettingsError(ValueError):
    """The settings are not what they should be; the message says where."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project says about its checks.

    Attributes:
        exclude: Patterns of paths that no rule looks at.
        ignore: Rules that the project does not follow, each with its reason.
        limits: Numbers that replace ours: `file-lines = 200`.
        baseline: The file of recorded findings.
        waivers: The file of waivers.
    """

    exclude: tuple[str, ...] = ()
    ignore: tuple[tuple[str, str], ...] = ()
    limits: tuple[tuple[str, int], ...] = ()
    baseline: str = "backstay-baseline.json"
    waivers: str = "backstay-waivers.toml"


def read_settings(root: Path) -> Settings:
    """The settings of a project; the defaults where it says nothing.

    Raises:
        SettingsError: An unknown key, a value of the wrong kind, or a rule ignored for no reason.
    """
    own, shared = root / OWN_FILE, root / "pyproject.toml"
    for file, keys in ((own, ()), (shared, ("tool", "backstay", "check"))):
        if file.is_file():
            found = _table(file, keys)
            if found is not None:
                return _settings(found, file.name)
    return Settings()


def _table(file: Path, keys: tuple[str, ...]) -> Mapping[str, Any] | None:
    try:
        value: Any = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        if keys:  # a broken pyproject.toml is somebody else's finding
            return None
        raise SettingsError(f"{file.name}: {error}") from error
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else None


def _settings(found: Mapping[str, Any], name: str) -> Settings:
    if unknown := sorted(set(found) - _KEYS):
        raise SettingsError(f"{name}: unknown key {unknown[0]!r}; known are {sorted(_KEYS)}")
    exclude, ignore, limits = (found.get(key, {}) for key in ("exclude", "ignore", "limits"))
    if not isinstance(exclude, list | dict) or not all(isinstance(one, str) for one in exclude):
        raise SettingsError(f"{name}: exclude is a list of patterns")
    if not isinstance(ignore, dict) or not all(isinstance(v, str) and v for v in ignore.values()):
        raise SettingsError(f'{name}: ignore gives each rule its reason: DAT003 = "why"')
    if not isinstance(limits, dict) or not all(isinstance(v, int) for v in limits.values()):
        raise SettingsError(f"{name}: limits are whole numbers: file-lines = 200")
    places = {key: found[key] for key in ("baseline", "waivers") if key in found}
    if not all(isinstance(one, str) for one in places.values()):
        raise SettingsError(f"{name}: baseline and waivers name files")
    return Settings(
        tuple(exclude), tuple(sorted(ignore.items())), tuple(sorted(limits.items())), **places
    )
