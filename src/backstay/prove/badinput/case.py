"""Case: one request that should never be sent, and the one answer to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backstay.prove.badinput.operation import Operation

if TYPE_CHECKING:
    from backstay.prove.badinput.scene import Scene

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


Attacks = Callable[["Scene", Operation], Iterable[Attack]]


@dataclass(frozen=True, slots=True)
class Probe:
    """One kind of bad input: how to make it for an operation, and what is due."""

    row: int
    name: str
    due: Due
    attacks: Attacks

    def cases(self, scene: "Scene", operation: Operation) -> Iterable[Case]:
        """The attacks of this kind on one operation; none where it does not apply."""
        for attack in self.attacks(scene, operation):
            yield Case(self.row, self.name, operation.id, attack, self.due)
