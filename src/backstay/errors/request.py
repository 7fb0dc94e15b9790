"""Requests that cannot be read, are too large, or do not fit: 400, 404, 405, 413, 415, 422."""

from backstay.errors.base import BackstayError, Detail


class BadRequest(BackstayError):
    """The request cannot be parsed (C-09)."""

    status, code, message = 400, "bad_request", "The request cannot be read."
    remedy = "Send well-formed HTTP and JSON."


class JsonInvalid(BadRequest):
    """The body is no JSON text in UTF-8."""

    code, message = "json_invalid", "The body is not valid JSON in UTF-8."
    remedy = "Send one JSON value, UTF-8, without a byte order mark."


class JsonTooDeep(BadRequest):
    """The body nests deeper than the limit."""

    code, message = "json_too_deep", "The JSON is nested too deep."
    remedy = "Nest at most 64 levels."


class CursorInvalid(BadRequest):
    """The cursor is forged, too old, or belongs to another list, order or caller."""

    code, message = "cursor_invalid", "This cursor does not belong to this list."
    remedy = "Start again without a cursor, and keep filters and order the same."


class NotFound(BackstayError):
    """There is no such thing, or none that the caller may know of (C-10)."""

    status, code, message = 404, "not_found", "There is nothing here."
    remedy = "Check the path and the id; rows of others look the same as missing ones."


class MethodNotAllowed(BackstayError):
    """The path exists, the method does not."""

    status, code, message = 405, "method_not_allowed", "This path does not take this method."
    remedy = "The Allow header names the methods that it takes."


class BodyTooLarge(BackstayError):
    """The body is larger than the limit."""

    status, code, message = 413, "body_too_large", "The request body is too large."
    remedy = "Send less; the limit is in the documents."


class UnsupportedMediaType(BackstayError):
    """The body is not JSON, or compressed, or in another charset."""

    status, code, message = 415, "unsupported_media_type", "Only JSON in UTF-8 is accepted."
    remedy = "Send Content-Type: application/json, uncompressed."


class Unprocessable(BackstayError):
    """The request parses, and is refused by its schema or by a rule (C-09)."""

    status, code, message = 422, "validation_error", "The request is not valid."
    remedy = "`details` names each field and what is wrong with it."


class BodyRequired(Unprocessable):
    """There is no body where one is needed."""

    code, message = "body_required", "A JSON body is required."
    remedy = "Send a JSON object."


class UnknownReference(Unprocessable):
    """A body names a row that is missing, deleted or not readable: nobody can tell which."""

    code, message = "unknown_reference", "The request names something that does not exist."
    remedy = "Name rows that you can read."

    def __init__(self, *fields: str) -> None:
        super().__init__(details=[Detail(name, self.code, self.message) for name in fields])


class ReadOnlyField(Unprocessable):
    """A body sets what the caller may not set."""

    code, message = "read_only_field", "The request sets what it may not set."
    remedy = "Leave these fields out."

    def __init__(self, *fields: str) -> None:
        why = "This field is set by the server."
        super().__init__(details=[Detail(name, self.code, why) for name in fields])


class BeyondCalendar(Unprocessable):
    """A sum of times that the contract asks for leaves the calendar."""

    code, message = "beyond_calendar", "A date or time would be beyond the calendar."
    remedy = "Send smaller numbers; years go from 1 to 9999."


class RuleBroken(Unprocessable):
    """The row as it would be breaks rules of the contract."""

    code, message = "rule_broken", "The change would break a rule."
    remedy = "`details` names the rules; the documents say what each demands."

    def __init__(self, *rules: str) -> None:
        super().__init__(details=[Detail(name, self.code, self.message) for name in rules])


class UrlNotAllowed(Unprocessable):
    """The service would have to call an address that is not for the public."""

    code, message = "url_not_allowed", "This URL is not allowed."
    remedy = "Name an http or https URL on a public address and an ordinary port."
