"""Every error that a client is told about.

BackstayError 500
  BadRequest 400: JsonInvalid, JsonTooDeep, CursorInvalid, HostRequired, HostNotAllowed,
    IdempotencyKeyInvalid
  Unauthorized 401: TokenInvalid, TokenReused, LoginFailed
  Forbidden 403: OriginNotAllowed, HttpsRequired
  NotFound 404
  MethodNotAllowed 405
  RequestTimeout 408
  Conflict 409: NotUnique, FlowRefused, ActionRefused, StillReferenced, EditedMeanwhile, KeyInFlight
  PreconditionFailed 412, PreconditionRequired 428
  BodyTooLarge 413, UriTooLong 414, UnsupportedMediaType 415
  Unprocessable 422: BodyRequired, UnknownReference, ReadOnlyField, RuleBroken, BeyondCalendar,
    UrlNotAllowed, IdempotencyKeyReused
  TooManyRequests 429, HeadersTooLarge 431
  Unavailable 503: DatabaseUnavailable, PoolExhausted, Overloaded
  DeadlineExceeded 504
"""

from backstay.errors.access import Forbidden, LoginFailed, TokenInvalid, TokenReused, Unauthorized
from backstay.errors.base import BackstayError, Detail, Header
from backstay.errors.capacity import (
    DatabaseUnavailable,
    DeadlineExceeded,
    Overloaded,
    PoolExhausted,
    TooManyRequests,
    Unavailable,
)
from backstay.errors.conflict import (
    ActionRefused,
    Conflict,
    EditedMeanwhile,
    FlowRefused,
    KeyInFlight,
    NotUnique,
    PreconditionFailed,
    PreconditionRequired,
    StillReferenced,
)
from backstay.errors.envelope import (
    HeadersTooLarge,
    HostNotAllowed,
    HostRequired,
    HttpsRequired,
    OriginNotAllowed,
    RequestTimeout,
    UriTooLong,
)
from backstay.errors.keys import IdempotencyKeyInvalid, IdempotencyKeyReused
from backstay.errors.request import (
    BadRequest,
    BeyondCalendar,
    BodyRequired,
    BodyTooLarge,
    CursorInvalid,
    JsonInvalid,
    JsonTooDeep,
    MethodNotAllowed,
    NotFound,
    ReadOnlyField,
    RuleBroken,
    UnknownReference,
    Unprocessable,
    UnsupportedMediaType,
    UrlNotAllowed,
)

__all__ = [
    "ActionRefused",
    "BackstayError",
    "BadRequest",
    "BeyondCalendar",
    "BodyRequired",
    "BodyTooLarge",
    "Conflict",
    "CursorInvalid",
    "DatabaseUnavailable",
    "DeadlineExceeded",
    "Detail",
    "EditedMeanwhile",
    "FlowRefused",
    "Forbidden",
    "Header",
    "HeadersTooLarge",
    "HostNotAllowed",
    "HostRequired",
    "HttpsRequired",
    "IdempotencyKeyInvalid",
    "IdempotencyKeyReused",
    "JsonInvalid",
    "JsonTooDeep",
    "KeyInFlight",
    "LoginFailed",
    "MethodNotAllowed",
    "NotFound",
    "NotUnique",
    "OriginNotAllowed",
    "Overloaded",
    "PoolExhausted",
    "PreconditionFailed",
    "PreconditionRequired",
    "ReadOnlyField",
    "RequestTimeout",
    "RuleBroken",
    "StillReferenced",
    "TokenInvalid",
    "TokenReused",
    "TooManyRequests",
    "Unauthorized",
    "Unavailable",
    "UnknownReference",
    "Unprocessable",
    "UnsupportedMediaType",
    "UriTooLong",
    "UrlNotAllowed",
]
