"""JSON as it is: any value but null, bounded in size and depth (contract.md section 2.5)."""

from typing import Annotated, Any

import msgspec
from pydantic.json_schema import JsonSchemaValue

from backstay.web.fields.wire import WireType, refuse

MOST_BYTES = 16 * 1024
MOST_LEVELS = 16
_encode = msgspec.json.Encoder().encode


class _Json(WireType):
    def read(self, value: Any) -> Any:
        """The value, once all of it is known to be storable on both databases."""
        if value is None:
            raise refuse("required", "null is not allowed here.")
        _walk(value, MOST_LEVELS)
        if len(_encode(value)) > MOST_BYTES:
            raise refuse("too_long", "At most {most} bytes of JSON.", most=MOST_BYTES)
        return value

    def shown(self) -> JsonSchemaValue:
        kinds = ["object", "array", "string", "number", "boolean"]
        return {"type": kinds, "description": f"Any JSON but null, at most {MOST_BYTES} bytes."}


def _walk(value: object, levels: int) -> None:
    if levels < 0:
        raise refuse("too_deep", "At most {most} levels.", most=MOST_LEVELS)
    if isinstance(value, str):
        _check(value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            _check(key)
            _walk(inner, levels - 1)
    elif isinstance(value, list):
        for inner in value:
            _walk(inner, levels - 1)


def _check(text: str) -> None:
    if "\0" in text:
        raise refuse("invalid_character", "NUL is not allowed.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise refuse("invalid_unicode", "Half a surrogate pair is not allowed.") from None


JsonValue = Annotated[Any, _Json()]
"""A bounded JSON value."""
