"""The root of every error that a client is told about: one source for handler, OpenAPI, tests."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

Header = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing wrong with one part of a request; `field` is a dotted path, or empty."""

    field: str
    code: str
    message: str


class BackstayError(Exception):
    """Anything that is answered with the error envelope.

    Attributes:
        status: the HTTP status (R-081).
        code: what programs read (R-130).
        message: what people read; it never repeats what the client sent (C-55).
        remedy: what to do about it, for the error catalogue in the documents.
    """

    status: ClassVar[int] = 500
    code: str = "internal_error"
    message: ClassVar[str] = "Something went wrong on our side."
    remedy: ClassVar[str] = "Tell the operators the request_id; the log holds the cause under it."

    def __init__(
        self,
        message: str | None = None,
        details: Iterable[Detail] = (),
        headers: Sequence[Header] = (),
        code: str | None = None,
    ) -> None:
        super().__init__(message or self.message)
        if code is not None:
            self.code = code
        self.details = tuple(details)
        self.headers = tuple(headers)
