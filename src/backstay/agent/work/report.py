"""A run for people and for programs."""

from collections.abc import Iterator
from typing import Any

from backstay.agent.work.lists import lists
from backstay.agent.work.state import Run, State

SCHEMA = 1


def as_data(run: Run) -> dict[str, Any]:
    """What `backstay task --json` prints; `return` is the object of R-216."""
    return {
        "schema": SCHEMA,
        "state": run.state.value,
        "agent": run.agent,
        "return": run.claim.model_dump(mode="json", exclude_none=True) if run.claim else None,
        "sentence": run.sentence or None,
        "missing": run.missing,
        "lists": lists(run.measured),
        "notes": run.notes,
        "draft": run.draft or None,
        "journal": run.journal.path,
    }


def as_lines(run: Run) -> Iterator[str]:
    """The contract's difference, the plan, what was made, and how it ended."""
    yield f"specialist: {run.agent}"
    if run.diff:
        yield run.diff.rstrip("\n")
    for step in run.plan:
        after = f" after {', '.join(step.needs)}" if step.needs else ""
        yield f"  {step.name} ({step.who}): {step.amount}{after}"
    if run.claim and run.state in (State.DELIVERED, State.REFUSED):
        yield run.claim.model_dump_json(indent=2, exclude_none=True)
    yield from run.notes
    for one in run.missing:
        yield f"missing: {one}" if run.state == State.UNSURE else f"refused: {one}"
    if run.draft:
        yield f"{run.draft} holds what was understood; complete it, then:"
        yield f"  backstay task --contract {run.draft}"
    yield run.sentence or f"{run.state}{'' if run.journal.quiet else f': {run.journal.path}'}"


def write_draft(run: Run) -> None:
    """The contract as far as it was understood, beside the one that stays as it is."""
    if run.draft and not run.journal.quiet:
        (run.root / run.draft).write_text(run.contract, encoding="utf-8")
