"""Grows the tree from records and judges it by the rules that need all of it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from backstay.prove.checking.gather import Gathered
from backstay.prove.checking.judge import mark
from backstay.prove.checking.record import Marked, Record
from backstay.prove.checking.report import Unproven
from backstay.prove.discover import all_rules
from backstay.prove.reading.tree import Tree


def grown(gathered: Gathered) -> Tree:
    """The tree that records show."""
    records = gathered.records
    return Tree(
        gathered.names,
        {path: one.facts for path, one in records.items() if one.facts is not None},
        {path: one.text for path, one in records.items() if one.text},
        gathered.project,
    )


def judge_tree(root: Path, gathered: Gathered) -> tuple[list[Marked], list[Unproven]]:
    """What the rules over the tree say, and which of them broke."""
    marked: list[Marked] = []
    failed: list[Unproven] = []
    shared = grown(gathered)
    records = gathered.records
    for rule in all_rules().values():
        if rule.reads != "tree":
            continue
        noted = {path: one.noted[rule.id] for path, one in records.items() if rule.id in one.noted}
        tree = shared.noting(noted) if rule.collect else shared
        try:
            for hit in rule.run(tree):
                marked += mark(rule, (hit,), _lines(root, hit.path) if not hit.kept else [])
        except Exception as error:  # noqa: BLE001 one broken rule must not hide all others
            failed.append(Unproven(rule.id, f"failed ({type(error).__name__}: {error})"))
    return marked, failed


def _lines(root: Path, path: str) -> list[str]:
    try:
        return (root / path).read_text("utf-8", errors="replace").split("\n")
    except OSError:
        return []


def unread(records: Mapping[str, Record]) -> Iterator[Unproven]:
    """The files that no rule could look at, and rules that broke on a file."""
    for one in records.values():
        if one.unread:
            yield Unproven(one.path, one.unread)
        for why in one.failed:
            yield Unproven(one.path, why)
