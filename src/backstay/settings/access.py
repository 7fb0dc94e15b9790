"""How a project reaches its settings: one cached instance, and a name that waits for it (C-57)."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from backstay.settings.refusals import SettingsRefused, refusal
from backstay.settings.service import ServiceSettings

S = TypeVar("S", bound=ServiceSettings)


def load(kind: type[S], **overrides: Any) -> S:
    """Read the settings; SettingsRefused names whatever is wrong with them."""
    try:
        return kind(**overrides)
    except ValidationError as error:
        raise refusal(error) from None
    except Exception as error:  # a source of the project's own may raise anything
        raise SettingsRefused(f"The settings cannot be read: {error}") from error


class _Lazy:
    def __init__(self, accessor: Callable[[], Any]) -> None:
        object.__setattr__(self, "_accessor", accessor)

    def __getattr__(self, name: str) -> Any:
        return getattr(object.__getattribute__(self, "_accessor")(), name)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"settings are read-only; set {name.upper()} in the environment")


def lazy(accessor: Callable[[], S]) -> S:
    """A stand-in that reads the settings at first use, so that importing needs no environment."""
    return cast("S", _Lazy(accessor))
