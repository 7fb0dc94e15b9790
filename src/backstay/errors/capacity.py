"""What the service cannot do just now: 429, 503, 504."""

from backstay.errors.base import BackstayError


class TooManyRequests(BackstayError):
    """The caller has used up its requests; `retry_after` is in whole seconds."""

    status, code, message = 429, "rate_limited", "Too many requests."
    remedy = "Wait as long as Retry-After says."

    def __init__(self, retry_after: int) -> None:
        super().__init__(headers=[(b"retry-after", b"%d" % retry_after)])


class Unavailable(BackstayError):
    """The service, or something that it needs, is away for the moment."""

    status, code, message = 503, "unavailable", "The service is not available at the moment."
    remedy = "Repeat the request a little later."

    def __init__(self, message: str | None = None, *, retry_after: int = 1) -> None:
        super().__init__(message, headers=[(b"retry-after", b"%d" % retry_after)])


class DatabaseUnavailable(Unavailable):
    """The database does not answer."""

    code, message = "database_unavailable", "The database is not available at the moment."


class PoolExhausted(Unavailable):
    """Every database connection is busy, and waiting for one took too long."""

    code, message = "pool_exhausted", "The service is too busy at the moment."


class Overloaded(Unavailable):
    """The process has more work than it can do in time."""

    code, message = "overloaded", "The service is too busy at the moment."


class DeadlineExceeded(BackstayError):
    """The request took longer than its objective allows, and was given up."""

    status, code, message = 504, "deadline_exceeded", "The request took too long."
    remedy = "Repeat it with the same Idempotency-Key; it may or may not have taken effect."
