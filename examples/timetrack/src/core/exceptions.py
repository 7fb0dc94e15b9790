"""The errors that services raise; each knows its status, its code and what to do about it."""

from backstay.errors import (
    ActionRefused,
    BackstayError,
    BadRequest,
    BodyTooLarge,
    Conflict,
    CursorInvalid,
    DatabaseUnavailable,
    DeadlineExceeded,
    EditedMeanwhile,
    FlowRefused,
    Forbidden,
    LoginFailed,
    NotFound,
    NotUnique,
    PreconditionFailed,
    PreconditionRequired,
    ReadOnlyField,
    RuleBroken,
    StillReferenced,
    TokenInvalid,
    TokenReused,
    TooManyRequests,
    Unauthorized,
    UnknownReference,
    Unprocessable,
    UnsupportedMediaType,
)

OPEN = (Unprocessable, TooManyRequests, BackstayError, DatabaseUnavailable, DeadlineExceeded)
"""What every operation may answer."""

SIGNED_IN = (Unauthorized, TokenInvalid)
"""What every operation answers to a caller that it does not know."""

BODY = (BadRequest, BodyTooLarge, UnsupportedMediaType)
"""What operations with a body may answer besides."""

__all__ = [
    "BODY",
    "OPEN",
    "SIGNED_IN",
    "ActionRefused",
    "BackstayError",
    "Conflict",
    "CursorInvalid",
    "EditedMeanwhile",
    "FlowRefused",
    "Forbidden",
    "LoginFailed",
    "NotFound",
    "NotUnique",
    "PreconditionFailed",
    "PreconditionRequired",
    "ReadOnlyField",
    "RuleBroken",
    "StillReferenced",
    "TokenInvalid",
    "TokenReused",
    "UnknownReference",
    "Unprocessable",
]
