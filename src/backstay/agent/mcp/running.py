"""The tools that run the project, with progress: test, security, prove."""

from collections.abc import Callable

import anyio
from mcp.server.mcpserver import Context

from backstay.agent.api.security import audit
from backstay.agent.api.target import NoTargetError
from backstay.agent.api.testing import KINDS, try_endpoint
from backstay.agent.mcp.desk import Desk
from backstay.agent.mcp.findings import finding_out
from backstay.agent.mcp.results import Audited, Proved, Tested
from backstay.agent.work.measure import Gates, measure
from backstay.agent.work.readiness import checklist, gates


class Running:
    """They start the project's tests and its server, on loopback and databases of their own."""

    def __init__(self, desk: Desk, gates: Gates) -> None:
        self.desk = desk
        self.gates = gates

    async def backstay_test(
        self, ctx: Context, endpoint: str = "all", kinds: list[str] | None = None
    ) -> Tested:
        """Run the tests of an endpoint: unit, integration, load, attack."""
        blueprint = self.desk.blueprint()
        wanted = tuple(kinds or KINDS)
        if unknown := sorted(set(wanted) - set(KINDS)):
            summary = f"no kind is called {', '.join(unknown)}; known: {', '.join(KINDS)}"
            return Tested(ok=False, summary=summary, lines=[])
        await ctx.report_progress(0, 1, f"testing {endpoint[:80]}")
        try:
            lines = await anyio.to_thread.run_sync(
                try_endpoint, self.desk.root, blueprint, endpoint, wanted
            )
        except NoTargetError as error:
            return Tested(ok=False, summary=str(error), lines=[])
        await ctx.report_progress(1, 1, "done")
        failed = sum(one.failed or 0 for one in lines)
        absent = [one.kind for one in lines if one.passed is None]
        said = f"{sum(one.passed or 0 for one in lines)} passed, {failed} failed"
        return Tested(
            ok=not failed and not absent,
            summary=f"{said}; not run: {', '.join(absent)}" if absent else said,
            lines=[
                {"kind": one.kind, "passed": one.passed, "failed": one.failed, "note": one.note}
                for one in lines
            ],
        )

    async def backstay_security(self, ctx: Context) -> Audited:
        """Audit this project's safety: findings with remedies, operations open to everybody."""
        await ctx.report_progress(0, 1, "reading the source")
        blueprint = self.desk.blueprint() if (self.desk.root / "backstay.yaml").is_file() else None
        found = await anyio.to_thread.run_sync(audit, self.desk.root, blueprint, self.gates.check)
        await ctx.report_progress(1, 1, "done")
        return Audited(
            ok=not found.found,
            summary=f"{len(found.found)} findings, {len(found.open)} operations are open",
            findings=[finding_out(one) for one in found.found],
            open_operations=list(found.open),
            not_run=list(found.not_run),
        )

    async def backstay_prove(self, ctx: Context) -> Proved:
        """Test, check and prove all of it: five gates, the checklist, the delivery sentence."""
        self.desk.blueprint()
        said = _teller(ctx)
        seen = await anyio.to_thread.run_sync(measure, self.desk.root, self.gates, said)
        sheet = gates(self.desk.root, seen.measured)
        return Proved(
            ok=bool(seen.sentence),
            summary=seen.sentence or f"no delivery sentence: {'; '.join(seen.missing)[:600]}",
            gates=sheet,
            checklist=checklist(self.desk.root, seen.measured),
            sentence=seen.sentence,
            evidence=[seen.report] if seen.report else [],
            next_actions=["backstay_return"] if seen.sentence else ["mend what is missing"],
        )


def _teller(ctx: Context) -> Callable[[float, float, str], None]:
    """Progress from a thread."""

    def tell(done: float, of: float, what: str) -> None:
        anyio.from_thread.run(ctx.report_progress, done, of, what)

    return tell
