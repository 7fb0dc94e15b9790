"""Accuracy: how many marked places a rule finds in a corpus, and how many others it names."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from backstay.prove.examples import examples
from backstay.prove.rule import Rule
from backstay.prove.testing import places


@dataclass(frozen=True, slots=True)
class Tally:
    """What one rule did: snippets of both kinds, places found, missed, and named wrongly."""

    rule: str
    flagged: int
    clean: int
    found: int
    missed: int
    wrong: int

    @property
    def recall(self) -> float:
        """The share of marked places that were found; 1 when nothing is marked."""
        marked = self.found + self.missed
        return self.found / marked if marked else 1.0

    @property
    def precision(self) -> float:
        """The share of named places that are marked; 1 when none is named."""
        named = self.found + self.wrong
        return self.found / named if named else 1.0


def tally(rule: Rule, corpus: Path) -> Tally:
    """How a rule does on its file of the corpus, `ID.md`; its own page does not count."""
    file = corpus / f"{rule.id}.md"
    snippets = examples(file.read_text("utf-8"), rule.id) if file.is_file() else []
    found = missed = wrong = 0
    for one in snippets:
        seen = places(rule, one)
        found += len(seen & one.want)
        missed += len(one.want - seen)
        wrong += len(seen - one.want)
    flagged = sum(bool(one.want) for one in snippets)
    return Tally(rule.id, flagged, len(snippets) - flagged, found, missed, wrong)


def summed(tallies: Iterable[Tally]) -> Tally:
    """All tallies as one."""
    rows = list(tallies)
    return Tally(
        "all",
        sum(one.flagged for one in rows),
        sum(one.clean for one in rows),
        sum(one.found for one in rows),
        sum(one.missed for one in rows),
        sum(one.wrong for one in rows),
    )
