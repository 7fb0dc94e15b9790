"""Figures that were measured, each with the code that it belongs to; kept below `.build`."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from backstay.agent.tree.snapshot import Revision

FILE = ".build/measured.json"


@dataclass(frozen=True, slots=True)
class Measured:
    """What was seen of one revision; None is: nobody measured it.

    `coverage` is the lower of line and branch in percent, `p95_ms` the worst operation's,
    `rps` the requests a second that the load reached, `operations` how many were proven,
    `unproven` counts lines of the contract that nothing was said of, `broken` names those that do
    not hold, `rules` those that found something. `why` says of each missing figure why it is
    missing.
    """

    commit: str = ""
    tree: str = ""
    passed: int | None = None
    failed: int | None = None
    coverage: float | None = None
    p95_ms: float | None = None
    rps: float | None = None
    operations: int | None = None
    environment: str = ""
    findings: int | None = None
    unproven: int = 0
    broken: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    why: tuple[str, ...] = ()

    def of(self, code: Revision) -> bool:
        """Whether the figures belong to this very code."""
        return bool(self.tree) and self.tree == code.tree


def keep(root: Path, measured: Measured) -> None:
    """Write the figures of a run where a later return is held against them."""
    place = root / FILE
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_suffix(".new")
    beside.write_text(json.dumps(asdict(measured), indent=1) + "\n", encoding="utf-8")
    beside.replace(place)


def kept(root: Path) -> Measured:
    """The figures of the last run; nothing measured where there are none that can be read."""
    try:
        raw = json.loads((root / FILE).read_text(encoding="utf-8"))
        texts = {name: tuple(raw.get(name, ())) for name in ("broken", "rules", "why")}
        return Measured(**{**raw, **texts})
    except (OSError, ValueError, TypeError, AttributeError):
        return Measured(why=("nothing was measured yet; run `backstay task` or `backstay prove`",))
