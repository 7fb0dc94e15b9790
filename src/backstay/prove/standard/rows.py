"""Rows of the standard: what each asks, which proof it wants, and what holds it besides rules."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

KINDS = (
    *("built", "example", "code", "test", "probe", "page"),
    *("gate", "ruff", "finding", "rules", "boundary", "list", "outside", "open"),
)
PROOFS = ("GEN", "CHK", "TST", "RUN", "BEN", "DOC", "AGT", "DET", "EXT")


@dataclass(frozen=True, slots=True)
class Holder:
    """One thing that holds a row.

    Attributes:
        kind: One of KINDS, or `rule`.
        what: A path, a module, a name or a reason.
        part: What of it: a test's name, a name of a module, a text that stands there.
    """

    kind: str
    what: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        id: `R-055`.
        category: As in the requirements.
        title: What it asks, in short.
        proof: Which kinds of proof the requirements want, out of PROOFS.
        threshold: The figure or the state that is asked for; empty where there is none.
        words: What it is about: each holder speaks of one of them, all holders of all.
        holders: What holds it besides rules.
    """

    id: str
    category: str
    title: str
    proof: tuple[str, ...]
    threshold: str
    words: tuple[str, ...]
    holders: tuple[Holder, ...]


class RowError(ValueError):
    """A line of the data is not a row; the message says which."""


@cache
def rows() -> tuple[Row, ...]:
    """All rows, in the order of their ids."""
    asked = {line.partition("|")[0].strip(): line for line in _lines("asked.txt")}
    return tuple(read(line, asked) for line in _lines("rows.txt"))


def _lines(name: str) -> list[str]:
    text = files("backstay.prove.standard").joinpath(name).read_text("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def read(line: str, asked: dict[str, str]) -> Row:
    """One row from its line in rows.txt and its line in asked.txt; RowError when one is none."""
    name, category, title, held = _parts(line, "id, category, title, holders")
    if name not in asked:
        raise RowError(f"{name}: asked.txt says nothing of it")
    _, proof, threshold, words = _parts(asked[name], "id, proof, threshold, words")
    wanted = tuple(proof.split())
    if not wanted or not set(wanted) <= set(PROOFS):
        raise RowError(f"{name}: `{proof}` is no proof; known are {', '.join(PROOFS)}")
    holders = tuple(holder(name, one.strip()) for one in held.split(";") if one.strip())
    spoken = tuple(one.strip() for one in words.split(",") if one.strip())
    return Row(name, category, title, wanted, threshold, spoken, holders)


def holder(name: str, text: str) -> Holder:
    """One holder: `KIND WHAT`, or `KIND WHAT::PART`. Raises: RowError."""
    kind, _, what = text.partition(" ")
    if kind not in KINDS or not what:
        raise RowError(f"{name}: `{text}` is no holder; kinds are {', '.join(KINDS)}")
    place, _, part = what.partition("::")
    return Holder(kind, place.strip(), part.strip())


def _parts(line: str, names: str) -> list[str]:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 4:  # noqa: PLR2004 both files have four columns
        raise RowError(f"four parts are wanted ({names}), between three bars: {line[:60]}")
    return parts
