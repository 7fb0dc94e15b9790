"""Attempt: one try of a trial, which keeps what it saw and judges it."""

from collections.abc import Iterable
from dataclasses import dataclass

from backstay.prove.evidence.exchange import Exchange
from backstay.prove.evidence.result import Figure, Plan
from backstay.prove.world.world import World


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What contradicts the contract, and the last exchange that shows it, if one does."""

    why: str
    seen: Exchange | None = None


class UncontrolledError(Exception):
    """What should work did not, so nothing can be concluded; the message says what."""


class NotApplicableError(Exception):
    """The claim has no meaning on this subject; the message says why."""


class Try:
    """One try of a challenge.

    Attributes:
        mismatches: what contradicts the claim; figures: what was measured; plans: of queries.
        controls, attacks: how many expectations of each kind were met.
    """

    def __init__(self) -> None:
        self.mismatches: list[Mismatch] = []
        self.figures: list[Figure] = []
        self.plans: list[Plan] = []
        self.controls = 0
        self.attacks = 0

    def control(self, exchange: Exchange, *statuses: int, why: str) -> Exchange:
        """What must work for the rest to mean anything; without it the trial is unproven."""
        if exchange.status not in statuses:
            wanted = " or ".join(str(status) for status in statuses)
            raise UncontrolledError(f"{why}: expected {wanted}, got {exchange}")
        self.controls += 1
        return exchange

    def controlled(self, seen: object, why: str) -> None:
        """As `control`, for something else than a status."""
        if not seen:
            raise UncontrolledError(why)
        self.controls += 1

    def expect(
        self, exchange: Exchange, *statuses: int, why: str, code: str | Iterable[str] = ""
    ) -> bool:
        """What the contract promises of an answer; gives whether it held."""
        codes = {code} if isinstance(code, str) else set(code)
        good = exchange.status in statuses and (codes == {""} or exchange.code in codes)
        wanted = " or ".join(str(status) for status in statuses)
        named = f" {' or '.join(sorted(codes))}" if codes != {""} else ""
        return self.require(good, f"{why}: expected {wanted}{named}, got {exchange}", exchange)

    def allow(
        self, exchange: Exchange, *statuses: int, why: str, code: str | Iterable[str] = ""
    ) -> bool:
        """What the contract lets happen: it must, and then it is a control for the rest."""
        held = self.expect(exchange, *statuses, why=why, code=code)
        self.controls += held
        return held

    def require(self, good: object, why: str, *seen: Exchange) -> bool:
        """What the contract promises of anything else; `why` says what was seen instead."""
        if good:
            self.attacks += 1
            return True
        self.mismatches.append(Mismatch(why, seen[-1] if seen else None))
        return False

    def figure(
        self,
        name: str,
        value: float,
        unit: str,
        target: float | None = None,
        *,
        met: bool | None = None,
        note: str = "",
    ) -> None:
        """A measured number, beside its target."""
        self.figures.append(Figure(name, value, unit, target, met, note))


class Attempt(Try):
    """One try of a trial.

    Attributes:
        world: people, rows, requests and the database, on one running subject.
    """

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
