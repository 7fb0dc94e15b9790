"""Case: one request that should never be sent, and the one answer to it."""

from dataclasses import dataclass

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Attack:
    """A request as it goes out; `target` is path and query, exactly as on the wire."""

    method: str
    target: str
    headers: Headers = ()
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Due:
    """The exact answer: status, code of the error (empty for none), headers that must be there.

    `never` names headers that must not be there; a `bare` answer is the server's own, before the
    application has heard of the request: only its status is judged.
    """

    status: int
    code: str = ""
    headers: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Case:
    """One attack on one operation; `row` is the row of the table of bad inputs (1 to 80)."""

    row: int
    probe: str
    operation: str
    attack: Attack
    due: Due


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a case; `wrong` says why the answer is not exact, and is empty when it is."""

    case: Case
    status: int
    wrong: tuple[str, ...]
