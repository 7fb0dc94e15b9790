"""Builds what was designed, measures it, and holds the claim against the tree."""

from collections.abc import Callable

from backstay.agent.documents.building import prepared
from backstay.agent.record.context import write_context
from backstay.agent.record.timeline import append
from backstay.agent.returns.accept import judge
from backstay.agent.returns.sentence import missing, sentence
from backstay.agent.tree.facts import facts_of
from backstay.agent.tree.snapshot import revision
from backstay.agent.work.claim import claim_of, with_figures
from backstay.agent.work.documenting import documented
from backstay.agent.work.measure import measure
from backstay.agent.work.plan import plan_of
from backstay.agent.work.request import Request
from backstay.agent.work.state import Run, State
from backstay.build.files.apply import WriteError
from backstay.build.files.state import StateError
from backstay.build.project import Build
from backstay.build.tables.changes import MigrationRefused

Say = Callable[[str], None]


def build_it(request: Request, run: Run, say: Say) -> None:
    """Plan the build and write it, the contract with it: all files or none."""
    assert run.after is not None, "only a design that is whole is built"
    try:
        build = prepared(request.root, run.after, run.contract.encode())
    except (StateError, MigrationRefused, ValueError) as error:
        run.missing.append(str(error))
        run.go(State.STOPPED, why=str(error))
        return
    run.plan = plan_of(run.agent, build.report)
    run.notes += build.report.notes
    run.go(State.PLANNED, plan=[f"{one.name}: {one.amount}" for one in run.plan])
    if request.dry:
        run.notes.append("dry run: nothing was written")
    elif build.report.conflicted:
        run.missing += [f"in conflict: {path}" for path in build.report.conflicted]
        run.missing.append("resolve with `backstay build`, then give the task again")
        run.go(State.STOPPED, why="conflicts; nothing was written")
    else:
        _write(request, run, build, say)


def _write(request: Request, run: Run, build: Build, say: Say) -> None:
    assert run.after is not None, "as above"
    request.root.mkdir(parents=True, exist_ok=True)
    try:
        build.apply()
    except WriteError as error:
        run.missing.append(str(error))
        run.go(State.STOPPED, why=str(error))
        return
    say(build.report.summary())
    run.claim = claim_of(run.before, run.after, build.report, run.text)
    run.go(State.BUILT, files=build.report.summary())


def take_measure(request: Request, run: Run, say: Say) -> None:
    """Run the tests, the check and the proof; whatever did not run is said."""
    seen = measure(request.root, request.gates, lambda _, __, what: say(what))
    run.measured = seen.measured
    run.missing += [*(str(one) for one in seen.found), *(f"not proven: {x}" for x in seen.failed)]
    run.go(State.MEASURED, why=run.measured.why, findings=run.measured.findings)


def hand_in(request: Request, run: Run) -> None:
    """Hold the return against the tree and the figures; a difference refuses it."""
    assert run.claim is not None, "what was built has a claim"
    claim = with_figures(run.claim, run.measured)
    run.claim = claim.model_copy(update={"task_id": run.journal.run, "agent": run.agent})
    verdict = judge(request.root, run.claim)
    failing = [f"{run.measured.failed} tests fail"] if run.measured.failed else []
    run.missing += [*(str(one) for one in verdict.differences), *failing]
    if run.missing:
        run.go(State.REFUSED, differences=run.missing)
        return
    run.go(State.RETURNED, routes=len(run.claim.routes_created))


def record(request: Request, run: Run) -> None:
    """Write context and timeline, which only the orchestrator does, and the sentence."""
    assert run.claim is not None, "as above"
    code = revision(request.root)
    run.sentence = sentence(run.measured, code)
    run.notes += [f"no delivery sentence: {why}" for why in missing(run.measured, code)]
    write_context(request.root, facts_of(request.root))
    made = [f"`{one}`" for one in run.claim.routes_created]
    lines = (
        f"by {run.agent}, {len(run.claim.files_changed)} files",
        *([f"routes: {', '.join(made)}"] if made else []),
        run.sentence or "not proven yet",
    )
    append(request.root, run.text, lines)
    if run.after is not None:  # on code of somebody else there is no contract to tell of
        run.notes += documented(request.root, request.gates.check)
    run.go(State.DELIVERED, sentence=run.sentence)
