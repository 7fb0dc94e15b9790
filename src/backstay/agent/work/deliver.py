"""Builds what was designed, measures it, and holds the claim against the tree."""

from collections.abc import Callable

from backstay.agent.record.context import write_context
from backstay.agent.record.timeline import append
from backstay.agent.returns.accept import judge
from backstay.agent.returns.measured import Measured, keep
from backstay.agent.returns.sentence import missing, sentence
from backstay.agent.tree.facts import facts_of
from backstay.agent.tree.snapshot import revision
from backstay.agent.work.claim import claim_of, with_figures
from backstay.agent.work.design import CONTRACT
from backstay.agent.work.plan import plan_of
from backstay.agent.work.request import Request
from backstay.agent.work.state import Run, State
from backstay.agent.work.testing import Tested, run_tests
from backstay.build.files.apply import WriteError
from backstay.build.files.state import StateError
from backstay.build.project import Build, prepare
from backstay.build.tables.changes import MigrationRefused

Say = Callable[[str], None]


def build(request: Request, run: Run, say: Say) -> None:
    """Plan the build and write it, the contract with it: all files or none."""
    assert run.after is not None, "only a design that is whole is built"
    try:
        prepared = prepare(request.root, run.after)
    except (StateError, MigrationRefused, ValueError) as error:
        run.missing.append(str(error))
        run.go(State.STOPPED, why=str(error))
        return
    prepared.put(CONTRACT, run.contract.encode())
    run.plan = plan_of(run.agent, prepared.report)
    run.notes += prepared.report.notes
    run.go(State.PLANNED, plan=[f"{one.name}: {one.amount}" for one in run.plan])
    if request.dry:
        run.notes.append("dry run: nothing was written")
    elif prepared.report.conflicted:
        run.missing += [f"in conflict: {path}" for path in prepared.report.conflicted]
        run.missing.append("resolve with `backstay build`, then give the task again")
        run.go(State.STOPPED, why="conflicts; nothing was written")
    else:
        _write(request, run, prepared, say)


def _write(request: Request, run: Run, prepared: Build, say: Say) -> None:
    assert run.after is not None, "as above"
    request.root.mkdir(parents=True, exist_ok=True)
    try:
        prepared.apply()
    except WriteError as error:
        run.missing.append(str(error))
        run.go(State.STOPPED, why=str(error))
        return
    say(prepared.report.summary())
    run.claim = claim_of(run.before, run.after, prepared.report, run.text)
    run.go(State.BUILT, files=prepared.report.summary())


def measure(request: Request, run: Run, say: Say) -> None:
    """Run the tests, the check and the proof; whatever did not run is said."""
    say("running the project's tests")
    tested = run_tests(request.root) if request.tests else Tested(why="the tests were left out")
    say("checking")
    checked = request.check(request.root, ())
    say("proving")
    proven = request.prove(request.root)
    code = revision(request.root)
    run.measured = Measured(
        commit=code.commit,
        tree=code.tree,
        passed=tested.passed,
        failed=tested.failed,
        coverage=tested.coverage if tested.coverage is not None else proven.coverage,
        p95_ms=proven.p95_ms,
        operations=proven.operations,
        environment=proven.environment,
        findings=checked.errors if checked.ran else None,
        unproven=proven.unproven,
        why=tuple(one for one in (tested.why, checked.why, proven.why) if one),
    )
    keep(request.root, run.measured)
    run.missing += [str(one) for one in checked.found if one.level == "error"]
    run.missing += [f"not proven: {one}" for one in proven.failed]
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
    run.go(State.DELIVERED, sentence=run.sentence)
