"""Probe: one kind of bad input, as a row of a table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from backstay.prove.badinput.case import Attack, Case, Due
from backstay.prove.badinput.operation import Operation
from backstay.prove.badinput.scene import Scene

Attacks = Callable[[Scene, Operation], Iterable[Attack]]


@dataclass(frozen=True, slots=True)
class Probe:
    """One kind of bad input: how to make it for an operation, and what is due."""

    row: int
    name: str
    due: Due
    attacks: Attacks

    def cases(self, scene: Scene, operation: Operation) -> Iterable[Case]:
        """The attacks of this kind on one operation; none where it does not apply."""
        for attack in self.attacks(scene, operation):
            yield Case(self.row, self.name, operation.id, attack, self.due)
