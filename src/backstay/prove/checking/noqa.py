"""A project's own `# noqa` counts: what its maintainers excused from ruff is excused from us."""

import re
from collections.abc import Iterable, Iterator

from backstay.prove.checking.waivers import Comment, Waiver

# ruff's code: our rules that say the same
SAME = {
    "ASYNC": ("ASY001",),
    "B904": ("ERR003",),
    "BLE001": ("ERR001", "ERR002"),
    "C901": ("FIT003", "LAY004"),
    "D103": ("DOC001",),
    "DTZ003": ("DAT012",),
    "DTZ004": ("DAT012",),
    "E722": ("ERR001", "ERR002"),
    "N801": ("NAM002",),
    "N802": ("NAM001",),
    "N999": ("NAM004",),
    "PLR0904": ("FIT002",),
    "PLR0912": ("FIT003", "LAY004"),
    "PLR2004": ("FIT004",),
    "S105": ("SEC002",),
    "S106": ("SEC002",),
    "S107": ("SEC002",),
    "S110": ("ERR002",),
    "S112": ("ERR002",),
    "S113": ("ERR004",),
    "S201": ("SEC009",),
    "S311": ("SEC014",),
    "S324": ("SEC003",),
    "S608": ("DAT001",),
    "SLF001": ("NAM007",),
    "T201": ("FIT008",),
    "TRY002": ("ERR005",),
}
_NOQA = re.compile(r"#\s*noqa:\s*([A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*)\s*(.*)$", re.IGNORECASE)


def excused_by_noqa(path: str, comments: Iterable[Comment]) -> Iterator[Waiver]:
    """A waiver for each `# noqa: CODE` whose code says what a rule of ours says."""
    for number, text, _ in comments:
        if "noqa" not in text.lower() or (match := _NOQA.search(text)) is None:
            continue
        codes = re.findall(r"[A-Z]+\d+", match[1].upper())
        ours = {rule for code in codes for rule in _same(code)}
        if ours:
            reason = match[2].strip() or f"noqa: {', '.join(codes)}"
            yield Waiver(tuple(sorted(ours)), path, number, number, reason, quiet=True)


def _same(code: str) -> tuple[str, ...]:
    return SAME.get(code) or (SAME["ASYNC"] if code.startswith("ASYNC") else ())
