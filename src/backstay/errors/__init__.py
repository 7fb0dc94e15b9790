"""Every error that a client is told about.

BackstayError 500
  BadRequest 400: JsonInvalid, JsonTooDeep, CursorInvalid
  Unauthorized 401: TokenInvalid, TokenReused, LoginFailed
  Forbidden 403
  NotFound 404
  MethodNotAllowed 405
  Conflict 409: NotUnique, FlowRefused, ActionRefused, StillReferenced, EditedMeanwhile
  PreconditionFailed 412, PreconditionRequired 428
  BodyTooLarge 413, UnsupportedMediaType 415
  Unprocessable 422: BodyRequired, UnknownReference, ReadOnlyField, RuleBroken
  TooManyRequests 429
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
    NotUnique,
    PreconditionFailed,
    PreconditionRequired,
    StillReferenced,
)
from backstay.errors.request import (
    BadRequest,
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
)

__all__ = [
    "ActionRefused",
    "BackstayError",
    "BadRequest",
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
    "JsonInvalid",
    "JsonTooDeep",
    "LoginFailed",
    "MethodNotAllowed",
    "NotFound",
    "NotUnique",
    "Overloaded",
    "PoolExhausted",
    "PreconditionFailed",
    "PreconditionRequired",
    "ReadOnlyField",
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
]
