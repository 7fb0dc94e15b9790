"""What the proof works with: rows, load, coverage."""

from decimal import Decimal

from backstay.blueprint.checks.drafts import ContractDraft
from backstay.blueprint.forms.amounts import measured, span
from backstay.blueprint.forms.workload import read_data, read_load
from backstay.blueprint.mistakes import quoted
from backstay.blueprint.reading.entries import known
from backstay.blueprint.reading.nodes import Node

COVERAGE = ("80%", "100%")


def read_proof(draft: ContractDraft, node: Node) -> None:
    """The section `prove`."""
    keys = known(draft.mistakes, node, "prove")
    for name, rows in read_data(draft.mistakes, keys["data"]) if "data" in keys else ():
        if name.text in draft.resources:
            draft.data[name.text] = rows
        else:
            message, allowed = f"unknown resource {quoted(name.text)}", tuple(draft.resources)
            draft.mistakes.add(name.at, "BS309", message, word=name.text, allowed=allowed)
    if "load" in keys:
        draft.load = read_load(draft.mistakes, keys["load"])
    word = span(draft.mistakes, keys["coverage"], "coverage") if "coverage" in keys else None
    percent = measured(draft.mistakes, word, "coverage", COVERAGE) if word else None
    draft.coverage = percent or Decimal(90)
