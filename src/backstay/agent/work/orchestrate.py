"""Takes a task through its states: route, design, plan, build, measure, return, record."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from backstay.agent.activation.route import route
from backstay.agent.activation.task import Task
from backstay.agent.definitions.roster import load_roster
from backstay.agent.record.journal import Journal
from backstay.agent.work.deliver import Say, build_it, hand_in, record, take_measure
from backstay.agent.work.design import design
from backstay.agent.work.foreign import Foreign, is_foreign
from backstay.agent.work.request import Request
from backstay.agent.work.state import Run, State

BACKEND = "backend"
Step: TypeAlias = tuple[State, Callable[[], None]]


def carry_out(request: Request, say: Say, home: Path | None = None) -> Run:
    """One task, from its words to its delivery, or to the state in which it stops.

    Args:
        request: The task.
        say: Told what is going on.
        home: Whose own agent definitions take part; None leaves them out.
    """
    run = Run(request.root, request.text, Journal(request.root, request.text, quiet=request.dry))
    if is_foreign(request):
        return _foreign(request, run, say, home)
    return _walk(
        run,
        (State.TAKEN, lambda: _route(run, home)),
        (State.ROUTED, lambda: design(request, run)),
        (State.DESIGNED, lambda: build_it(request, run, say)),
        *_delivery(request, run, say),
    )


def _foreign(request: Request, run: Run, say: Say, home: Path | None) -> Run:
    """On code of somebody else; what is refused is undone."""
    work = Foreign(request, run)
    _walk(
        run,
        (State.TAKEN, lambda: _route(run, home)),
        (State.ROUTED, work.design),
    )
    if run.state == State.DESIGNED:
        measured = replace(request, gates=work.gates(request.gates))
        _walk(run, (State.DESIGNED, work.build), *_delivery(measured, run, say))
    if run.state == State.REFUSED:
        work.undo()
        run.notes.append("what was refused was undone; the files are as they were")
    return run


def _delivery(request: Request, run: Run, say: Say) -> tuple[Step, ...]:
    return (
        (State.BUILT, lambda: take_measure(request, run, say)),
        (State.MEASURED, lambda: hand_in(request, run)),
        (State.RETURNED, lambda: record(request, run)),
    )


def _walk(run: Run, *steps: Step) -> Run:
    """One step after the other, each from its own state only."""
    for state, step in steps:
        if run.state == state:
            step()
    return run


def _route(run: Run, home: Path | None) -> None:
    """Who does the work: whom the words wake, else the backend specialist, who builds."""
    roster = load_roster(run.root, home) if run.root.is_dir() else load_roster(Path(), home)
    decision = route(Task(run.text), roster.definitions)
    run.agent = decision.chosen.definition.name if decision.chosen else BACKEND
    run.go(State.ROUTED, agent=run.agent, reason=decision.reason)
