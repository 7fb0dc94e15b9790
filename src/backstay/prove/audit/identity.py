"""Identity: the headers by which a service knows who asks."""

from collections.abc import Iterable
from dataclasses import dataclass

from backstay.prove.attempt import NotApplicableError
from backstay.prove.badinput.operation import Operation


class HeaderError(ValueError):
    """A header that was handed in is none; the message says how one is written."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who asks: `name` is how the evidence calls them, `headers` are never kept in it."""

    name: str
    headers: tuple[tuple[str, str], ...] = ()


NOBODY = Identity("")


def identity_of(name: str, headers: Iterable[str]) -> Identity:
    """An identity from lines like `Authorization: Bearer ...`. Raises: HeaderError."""
    found = []
    for line in headers:
        header, colon, value = line.partition(":")
        good = colon and header.strip() and value.strip() and line.isprintable()
        if not good or not line.isascii():
            raise HeaderError(f"`{header[:40]}` is no header; write it as `Name: value`")
        found.append((header.strip(), value.strip()))
    return Identity(name, tuple(found))


def secured(operation: Operation) -> None:
    """Raises: NotApplicableError where the document lets everybody in."""
    if not operation.secured:
        raise NotApplicableError("the document lets everybody in")
