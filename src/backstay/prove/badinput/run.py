"""Run: every probe on every operation, and what came of it."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from backstay.prove.badinput.case import Case, Verdict
from backstay.prove.badinput.judge import LEAST_FAULT, verdict_of
from backstay.prove.badinput.operation import Operation
from backstay.prove.badinput.probe import Probe
from backstay.prove.badinput.scene import Scene
from backstay.prove.badinput.tables.bodies import BODIES
from backstay.prove.badinput.tables.envelopes import ENVELOPES
from backstay.prove.badinput.tables.media import MEDIA
from backstay.prove.badinput.tables.paths import PATHS
from backstay.prove.badinput.tables.queries import QUERIES
from backstay.prove.badinput.tables.tokens import TOKENS
from backstay.prove.badinput.tables.values import VALUES

PROBES: tuple[Probe, ...] = (
    *BODIES, *MEDIA, *VALUES, *QUERIES, *PATHS, *TOKENS, *ENVELOPES,
)  # fmt: skip
AT_ONCE = 8


@dataclass
class Tally:
    """What a run found."""

    verdicts: list[Verdict] = field(default_factory=list)

    @property
    def cases(self) -> int:
        """How many requests were sent and judged."""
        return len(self.verdicts)

    @property
    def exact(self) -> int:
        """How many answers were exactly what is due."""
        return sum(not verdict.wrong for verdict in self.verdicts)

    @property
    def faults(self) -> int:
        """How many answers were 5xx."""
        return sum(verdict.status >= LEAST_FAULT for verdict in self.verdicts)

    @property
    def rows(self) -> Counter[int]:
        """How many cases each row of the table of bad inputs has."""
        return Counter(verdict.case.row for verdict in self.verdicts)

    def wrong(self) -> Iterator[tuple[str, list[Verdict]]]:
        """What was not exact, grouped by probe and reason."""
        groups: dict[str, list[Verdict]] = {}
        for verdict in self.verdicts:
            for reason in verdict.wrong:
                groups.setdefault(f"row {verdict.case.row} {verdict.case.probe}: {reason}", [])
                groups[f"row {verdict.case.row} {verdict.case.probe}: {reason}"].append(verdict)
        yield from sorted(groups.items())


def cases_of(scene: Scene, probes: Iterable[Probe] = PROBES) -> list[Case]:
    """Every probe on every operation that it applies to."""
    operations = scene.document.operations()
    return [case for probe in probes for one in operations for case in probe.cases(scene, one)]


def one_of_each(scene: Scene, operation: Operation, turn: int) -> list[Case]:
    """One attack of each probe on one operation: with each turn the next, so that all get theirs.

    Args: scene; operation; turn, a number that differs from one operation to the next.
    """
    found = (list(probe.cases(scene, operation)) for probe in PROBES)
    return [cases[turn % len(cases)] for cases in found if cases]


async def run(scene: Scene, cases: Iterable[Case]) -> Tally:
    """Send the cases, a few at a time, and judge the answers."""
    tally, waiting = Tally(), iter(cases)

    async def work() -> None:
        for case in waiting:
            tally.verdicts.append(verdict_of(case, await scene.answer(case.attack)))

    await asyncio.gather(*(work() for _ in range(AT_ONCE)))
    return tally
