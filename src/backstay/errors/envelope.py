"""What is wrong around a request, before anybody reads it: 400, 403, 408, 414, 431."""

from backstay.errors.access import Forbidden
from backstay.errors.base import BackstayError, Header
from backstay.errors.request import BadRequest

CLOSE: Header = (b"connection", b"close")


class HostRequired(BadRequest):
    """An HTTP/1.1 request without Host."""

    code, message = "host_required", "The Host header is missing."
    remedy = "Send one Host header."


class HostNotAllowed(BadRequest):
    """Host is no host name, or none that this service goes by."""

    code, message = "host_not_allowed", "This service does not go by that name."
    remedy = "Use its own address; ALLOWED_HOSTS lists its names."


class OriginNotAllowed(Forbidden):
    """A browser asks for a page of another site, and CORS_ORIGINS does not list it."""

    code, message = "origin_not_allowed", "Pages of this origin may not call this service."
    remedy = "List the origin in CORS_ORIGINS, if it is one of yours."


class HttpsRequired(Forbidden):
    """The request came without encryption, and carries what should not travel so."""

    code, message = "https_required", "This service answers over https only."
    remedy = "Use https; what was sent travelled in the clear."


class RequestTimeout(BackstayError):
    """The body did not come in time."""

    status, code, message = 408, "request_timeout", "The request body did not arrive in time."
    remedy = "Send the whole body without pausing."

    def __init__(self) -> None:
        super().__init__(headers=[CLOSE])


class UriTooLong(BackstayError):
    """Path and query are longer than the limit."""

    status, code, message = 414, "uri_too_long", "The URI is too long."
    remedy = "Ask for less in one request."


class HeadersTooLarge(BackstayError):
    """Too many headers, or too much in them."""

    status, code, message = 431, "headers_too_large", "The headers are too large."
    remedy = "Send fewer or shorter headers; old cookies are often the reason."
