"""What holds each row: rules say it themselves, the rest stands in the data."""

from collections import Counter
from dataclasses import dataclass

from backstay.prove.discover import all_rules
from backstay.prove.standard.rows import Holder, Row, rows


@dataclass(frozen=True, slots=True)
class Covered:
    """A row with all that holds it."""

    row: Row
    holders: tuple[Holder, ...]

    @property
    def state(self) -> str:
        """`held`, `partly` with something still open, `open`, `outside`, or `nothing`."""
        kinds = {one.kind for one in self.holders}
        if not kinds:
            return "nothing"
        if kinds <= {"open", "outside"}:
            return "open" if "open" in kinds else "outside"
        return "partly" if "open" in kinds else "held"


def coverage() -> list[Covered]:
    """Every row, rules among its holders."""
    by_row: dict[str, list[Holder]] = {}
    for rule in all_rules().values():
        for row in rule.rows:
            by_row.setdefault(row, []).append(Holder("rule", rule.id))
    return [Covered(row, (*by_row.get(row.id, ()), *row.holders)) for row in rows()]


def counted(covered: list[Covered]) -> dict[str, int]:
    """How many rows are in each state."""
    return dict(sorted(Counter(one.state for one in covered).items()))
