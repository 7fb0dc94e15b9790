"""Text on the wire: trimmed, NFC, within bounds, free of control characters (R-086)."""

import re
from dataclasses import dataclass
from typing import Annotated, Any
from unicodedata import normalize
from urllib.parse import urlsplit

from pydantic.json_schema import JsonSchemaValue

from backstay.web.fields.wire import WireType, refuse

MOST_EMAIL = 254
MOST_URL = 2048
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# the pattern of the HTML standard for <input type=email>
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_EMAIL = re.compile(rf"[a-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_LABEL}(?:\.{_LABEL})*")


@dataclass(frozen=True, slots=True)
class Length(WireType):
    """`Annotated[str, Length(1, 200)]`: characters after trimming and NFC, both ends included."""

    low: int
    high: int

    def read(self, value: Any) -> str:
        """The text as it is stored."""
        text = tidy(value)
        if len(text) < self.low:
            raise refuse("too_short", "At least {least} characters.", least=self.low)
        if len(text) > self.high:
            raise refuse("too_long", "At most {most} characters.", most=self.high)
        return text

    def shown(self) -> JsonSchemaValue:
        """The JSON Schema of what is accepted."""
        return {"type": "string", "minLength": self.low, "maxLength": self.high}


def tidy(value: Any) -> str:
    """Trimmed and in NFC; refuses what is no text, control characters but newline and tab."""
    if not isinstance(value, str):
        raise refuse("wrong_type", "Text is needed.")
    text = value.strip().replace("\r\n", "\n")
    if text.isprintable():
        return text if text.isascii() else normalize("NFC", text)
    if _CONTROL.search(text.replace("\t", "").replace("\n", "")):
        raise refuse("invalid_character", "Control characters are not allowed.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise refuse("invalid_unicode", "Half a surrogate pair is not allowed.") from None
    return normalize("NFC", text)


class _Email(WireType):
    def read(self, value: Any) -> str:
        text = tidy(value).lower()
        if len(text) > MOST_EMAIL or not _EMAIL.fullmatch(text):
            raise refuse("email_invalid", "This is no e-mail address.")
        return text

    def shown(self) -> JsonSchemaValue:
        return {"type": "string", "format": "email", "minLength": 3, "maxLength": MOST_EMAIL}


class _Url(WireType):
    def read(self, value: Any) -> str:
        text = tidy(value)
        try:
            parts = urlsplit(text)
            good = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
        except ValueError:
            good = False
        if not good or len(text) > MOST_URL or any(sign.isspace() for sign in text):
            raise refuse("url_invalid", "This is no absolute http or https URL.")
        return text

    def shown(self) -> JsonSchemaValue:
        return {"type": "string", "format": "uri", "maxLength": MOST_URL}


Email = Annotated[str, _Email()]
"""An e-mail address, in lower case."""

Url = Annotated[str, _Url()]
"""An absolute http or https URL."""

Search = Annotated[str, Length(1, 100)]
"""Words to look for."""

Password = Annotated[str, Length(1, 1024)]
"""Accepted as it is; how strong it must be is decided where it is set."""
