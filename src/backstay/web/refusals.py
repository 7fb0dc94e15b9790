"""Pydantic's errors in our words: a dotted field, a stable code, a message without the input."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from backstay.errors import BodyRequired, Detail, Unprocessable

_PLACES = {"body", "query", "path", "header", "cookie"}
_CODES = {
    "bool_parsing": "wrong_type",
    "bool_type": "wrong_type",
    "date_from_datetime_parsing": "day_invalid",
    "date_parsing": "day_invalid",
    "datetime_from_date_parsing": "moment_invalid",
    "datetime_parsing": "moment_invalid",
    "decimal_parsing": "wrong_type",
    "decimal_type": "wrong_type",
    "dict_type": "wrong_type",
    "enum": "not_allowed",
    "extra_forbidden": "unknown_field",
    "finite_number": "not_finite",
    "float_parsing": "wrong_type",
    "float_type": "wrong_type",
    "greater_than": "out_of_range",
    "greater_than_equal": "out_of_range",
    "int_from_float": "wrong_type",
    "int_parsing": "wrong_type",
    "int_parsing_size": "out_of_range",
    "int_type": "wrong_type",
    "less_than": "out_of_range",
    "less_than_equal": "out_of_range",
    "list_type": "wrong_type",
    "literal_error": "not_allowed",
    "missing": "required",
    "model_attributes_type": "wrong_type",
    "model_type": "wrong_type",
    "string_too_long": "too_long",
    "string_too_short": "too_short",
    "string_type": "wrong_type",
    "string_unicode": "invalid_unicode",
    "uuid_parsing": "id_invalid",
    "uuid_type": "id_invalid",
}
_MESSAGES = {
    "id_invalid": "This is no id.",
    "not_allowed": "This is none of the allowed values.",
    "required": "This is required.",
    "unknown_field": "There is no such field.",
    "read_only_field": "This is set by the server.",
    "wrong_type": "This is of the wrong type.",
}


def validation_refusal(errors: Sequence[Any], body: type[BaseModel] | None) -> Unprocessable:
    """One 422 for all errors; where they share one code, it is the code of the whole."""
    details = [_detail(error, body) for error in errors]
    codes = {detail.code for detail in details}
    whole = codes.pop() if len(codes) == 1 else Unprocessable.code
    if details and all(detail.field == "" and detail.code == "required" for detail in details):
        return BodyRequired()
    return Unprocessable(code=whole, details=details)


def _detail(error: Any, body: type[BaseModel] | None) -> Detail:
    place, *rest = (*error["loc"], "")[:-1] or ("",)
    path = [str(part) for part in (rest if place in _PLACES else (place, *rest))]
    kind = str(error["type"])
    code = _CODES.get(kind, kind)
    if code == "unknown_field" and place == "body" and _is_shown(body, path):
        code = "read_only_field"
    return Detail(".".join(path), code, _MESSAGES.get(code, str(error["msg"])))


def _is_shown(body: type[BaseModel] | None, path: list[str]) -> bool:
    """Whether a refused key is a field that answers show: then it is read-only, not unknown."""
    shown = getattr(body, "model_shown", None)
    return shown is not None and path[-1] in shown.model_fields
