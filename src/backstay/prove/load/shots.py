"""Shots: the requests of a load run, made before it starts, so that sending costs little."""

from collections.abc import Iterable
from dataclasses import dataclass

from backstay.blueprint.operations import Operation
from backstay.prove.load.crowd import Caller


@dataclass(frozen=True, slots=True)
class Shot:
    """One request to come.

    `row` is the id of the row that it changes under If-Match; its ETag is known when it is sent.
    """

    operation: Operation
    caller: Caller
    path: str
    body: bytes = b""
    row: str = ""
    signed_in: bool = True


@dataclass(frozen=True, slots=True)
class Supply:
    """What there is to send for one operation; `lack` says why it is not more."""

    operation: Operation
    shots: Iterable[Shot]
    lack: str = ""
