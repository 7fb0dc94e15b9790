"""What no log may hold: secrets by name and by shape, personal data by name (R-111, R-112)."""

import re
from collections.abc import Iterable, Mapping, MutableMapping
from types import NoneType
from typing import Any

MASK = "***"
_NAMES = re.compile(
    r"pass(word|wd)?|secret|token|authorization|cookie|api[-_]?key|credential|private|session",
    re.IGNORECASE,
)
_SHAPES = re.compile(
    r"eyJ[\w-]+\.[\w-]+\.[\w-]*"  # JSON web tokens
    r"|(?i:bearer)\s+[\w.~+/=-]+"
    r"|(?<=://)[^/\s:@]*:[^/\s@]+(?=@)"  # user:password in a URL
    r"|(?i:(?<=password=)|(?<=passwd=)|(?<=secret=)|(?<=token=)|(?<=api_key=)|(?<=apikey=))[^\s&;,]+"
)


_TOLD = re.compile(  # what an exception says: values stand in quotes, or are long and mixed
    r"(?P<quote>['\"`])(?:(?!(?P=quote)).)+(?P=quote)"
    r"|(?=[\w+/=.-]*\d)(?=[\w+/=.-]*[A-Za-z])[\w+/=.-]{16,}"
)
_FRAME = re.compile(r"\s|Traceback \(most recent call last\)|The above exception|During handling")
_PLAIN = (int, float, NoneType)  # bool is an int


class Redactor:
    """Masks values; `personal` names the fields of the contract that are marked pii."""

    def __init__(self, personal: Iterable[str] = ()) -> None:
        self._personal = frozenset(personal)

    def __call__(
        self, logger: object, method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        """Redact one event in place, as a structlog processor."""
        del logger, method
        for name, value in event.items():
            event[name] = self.value(name, value)
        return event

    def value(self, name: str, value: Any) -> Any:
        """The value as it may be logged under this name."""
        if name in self._personal or _NAMES.search(name):
            return MASK if value else value
        if isinstance(value, str):
            plain = _SHAPES.sub(MASK, value)
            return _without_values(plain) if name == "exception" else plain
        if isinstance(value, Mapping):
            return {key: self.value(str(key), inner) for key, inner in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self.value("", inner) for inner in value]
        if isinstance(value, _PLAIN):
            return value
        # the renderer would write its text, and nobody knows what that holds
        return _SHAPES.sub(MASK, str(value))


def _without_values(traceback: str) -> str:
    """A traceback with its frames as they are, and its messages without the values they tell."""
    return "\n".join(
        line if _FRAME.match(line) else _TOLD.sub(MASK, line) for line in traceback.splitlines()
    )
