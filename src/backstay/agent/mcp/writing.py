"""The tools that write: build, monitor; return and handoff, which write below `.build` only."""

from difflib import unified_diff

import anyio
import anyio.lowlevel
from mcp.server.mcpserver import Context

from backstay.agent.api.monitor import checked_rules, write_bundle
from backstay.agent.documents.building import prepared
from backstay.agent.documents.catalogue import PATHS
from backstay.agent.mcp.desk import CONTRACT, Desk
from backstay.agent.mcp.results import Accepted, Built, Monitored, Ticket
from backstay.agent.policy.approvals import approved
from backstay.agent.policy.handoffs import hand_over
from backstay.agent.record.journal import Journal
from backstay.agent.returns.model import FeatureReturn
from backstay.agent.work.receive import receive
from backstay.build.files.apply import WriteError
from backstay.build.files.state import StateError
from backstay.build.project import Build
from backstay.build.tables.changes import MigrationRefused

MOST_DIFF = 8_000


class Writing:
    """They write inside the project; a build merges, and never overwrites what was edited."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def backstay_build(self, ctx: Context, dry_run: bool = False) -> Built:  # noqa: FBT001, FBT002 - a tool's argument has a name
        """Build the project from backstay.yaml: code, migrations, tests; every edit is kept."""
        blueprint = self.desk.blueprint()
        await ctx.report_progress(0, 2, "planning")
        try:
            build = await anyio.to_thread.run_sync(prepared, self.desk.root, blueprint)
        except (StateError, MigrationRefused, ValueError) as error:
            return Built(ok=False, summary=str(error), files={}, diff="")
        report = build.report
        await ctx.report_progress(1, 2, report.summary())
        await anyio.lowlevel.checkpoint()  # cancelled meanwhile: then nothing is written
        if not dry_run and not report.conflicted:
            try:
                build.apply()
            except WriteError as error:
                return Built(ok=False, summary=str(error), files={}, diff="")
        await ctx.report_progress(2, 2, "done")
        files = {
            name: sorted(getattr(report, name))
            for name in ("created", "updated", "merged", "removed", "conflicted")
            if getattr(report, name)
        }
        said = "nothing was written: " if dry_run or report.conflicted else ""
        return Built(
            ok=not report.conflicted,
            summary=f"{said}{report.summary()}",
            files=files,
            diff=_difference(build) if dry_run else "",
            next_actions=["resolve the conflicts"] if report.conflicted else ["backstay_check"],
        )

    def backstay_monitor(self) -> Monitored:
        """Write objectives, burn-rate alerts and a dashboard from the contract's sla."""
        blueprint = self.desk.blueprint()
        good, said = checked_rules(blueprint)
        if good is False:
            return Monitored(ok=False, summary=said, files=[])
        changed = write_bundle(self.desk.root, blueprint)
        summary = f"{len(changed)} files written; {said.splitlines()[-1].strip()}"
        return Monitored(ok=True, summary=summary, files=changed, evidence=changed)

    def backstay_return(self, feature: FeatureReturn) -> Accepted:
        """Hand in what you did. It is held against the code and the evidence, or refused."""
        done = receive(self.desk.root, feature, self.desk.roster())
        if not done.accepted:
            return Accepted(
                ok=False,
                summary="refused: the project says otherwise",
                differences=list(done.differences),
                timeline_entry="",
                sentence="",
                next_actions=["correct each difference; figures come from backstay_prove"],
            )
        return Accepted(
            ok=True,
            summary="accepted" if done.sentence else f"accepted; {'; '.join(done.why)}",
            differences=[],
            timeline_entry=done.entry,
            sentence=done.sentence,
            evidence=[".build/context.md", ".build/timeline.md"],
        )

    def backstay_handoff(
        self, source: str, target: str, prompt: str = "", artefacts: list[str] | None = None
    ) -> Ticket:
        """Pass work on to another specialist; a person confirms where the definition says so."""
        roster = self.desk.roster()
        known = roster.named(source)
        if known is None:
            message = f"nobody is called {source[:60]}"
            return Ticket(ok=False, summary=message, status="refused", agent="", prompt="")
        paths = tuple(one for one in artefacts or () if self.desk.place(one))
        agreed = f"handoff {target}" in approved(self.desk.root)
        ticket = hand_over(roster, known, target, prompt, paths, confirmed=agreed)
        Journal(self.desk.root, f"handoff {ticket.agent}").note(
            "handoff", source=known.name, target=ticket.agent, status=ticket.status, files=paths
        )
        return Ticket(
            ok=ticket.status == "ready",
            summary=ticket.message,
            status=ticket.status,
            agent=ticket.agent,
            prompt=ticket.prompt,
            next_actions=["stop and ask the person"] if ticket.status != "ready" else [],
        )


def _difference(build: Build) -> str:
    """The changes of a build as a diff, its beginning if it is long; without what is derived."""
    lines: list[str] = []
    for path, content in sorted(build.write.items()):
        if path.endswith((".zip", ".whl", ".json")) or path in (CONTRACT, *PATHS):
            continue
        place = build.root / path
        before = place.read_text(encoding="utf-8") if place.is_file() else ""
        after = content.decode()
        lines += unified_diff(
            before.splitlines(keepends=True), after.splitlines(keepends=True), path, path, n=1
        )
    text = "".join(lines)
    return text if len(text) <= MOST_DIFF else f"{text[:MOST_DIFF]}\n... cut here\n"
