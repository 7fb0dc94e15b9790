"""The tools that only read: detect, route, design, check, find_existing, explain."""

from typing import Annotated

from pydantic import Field

from backstay.agent.activation.route import route
from backstay.agent.activation.signals import number
from backstay.agent.activation.task import Task
from backstay.agent.api.design import designed
from backstay.agent.api.target import NoTargetError
from backstay.agent.mcp.desk import Desk
from backstay.agent.mcp.findings import told
from backstay.agent.mcp.results import Checked, Designed, Detected, Existing, Explained, Routed
from backstay.agent.tree.existing import find_existing
from backstay.agent.tree.modules import read_modules
from backstay.agent.work.ports import Check
from backstay.blueprint import check as mistakes_of
from backstay.blueprint import parse
from backstay.detect.survey import detect
from backstay.prove import rulebook
from backstay.prove.checking.changed import NoGitError, changed_lines

MOST = 25


class Reading:
    """They change nothing, so a host may call them unasked."""

    def __init__(self, desk: Desk, check: Check) -> None:
        self.desk = desk
        self.check = check

    def backstay_detect(self) -> Detected:
        """Framework, ORM, migrations, tests, workers, folders and commands of this project."""
        profile = detect(self.desk.root).main
        facts: dict[str, list[str]] = {}
        for one in profile.facts:
            facts.setdefault(one.kind, []).append(f"{one.name} ({one.evidence[0]})")
        named = profile.variable("backend_framework").value
        return Detected(
            ok=True,
            summary=f"{profile.language}, {named}",
            variables={one.name: one.value for one in profile.variables},
            facts=facts,
            evidence=[str(one) for fact in profile.facts for one in fact.evidence[:1]][:MOST],
        )

    def backstay_route(self, task: str, paths: list[str] | None = None) -> Routed:
        """Which specialist a task wakes, and why."""
        decision = route(
            Task(task, tuple(paths or ())),
            self.desk.roster().definitions,
            detect(self.desk.root).main,
        )
        chosen = decision.chosen.definition.name if decision.chosen else ""
        ranked = [
            {
                "agent": one.definition.name,
                "score": number(one.score),
                "because": [str(signal) for signal in one.signals][:5],
            }
            for one in decision.candidates[:3]
            if one.signals
        ]
        return Routed(ok=bool(chosen), summary=decision.reason, agent=chosen, ranked=ranked)

    def backstay_design(
        self,
        target: str = "all",
        contract: Annotated[str, Field(description="A draft's text; empty: the project's.")] = "",
    ) -> Designed:
        """Operations that a contract becomes: path, objective, behaviour under load and failure."""
        raw = contract.encode()
        errors = [one.show("contract") for one in mistakes_of(raw)] if contract else []
        if errors:
            summary = f"{len(errors)} mistakes in the contract"
            return Designed(ok=False, summary=summary, errors=errors[:MOST], operations=[])
        blueprint = parse(raw, "contract") if contract else self.desk.blueprint()
        try:
            found = designed(blueprint, target)
        except NoTargetError as error:
            return Designed(ok=False, summary=str(error), errors=[str(error)], operations=[])
        operations = [
            {
                "id": one.operation.id,
                "route": f"{one.operation.method} {one.operation.path}",
                "roles": list(one.operation.roles),
                "under_load": one.load,
                "on_failure": one.failure,
            }
            for one in found
        ]
        return Designed(
            ok=True,
            summary=f"{len(found)} operations",
            errors=[],
            operations=operations,
            next_actions=["write the contract to backstay.yaml", "backstay_build"],
        )

    def backstay_check(self, paths: list[str] | None = None, changed: bool = False) -> Checked:  # noqa: FBT001, FBT002 - a tool's argument has a name
        """Hold source against the standard: all of it, some files, or what is not committed."""
        given = tuple(self.desk.relative(one) for one in paths or ())
        if changed:
            try:
                given += tuple(changed_lines(self.desk.root))
            except NoGitError as error:
                return Checked(ok=False, summary=str(error), findings=[])
            if not given:
                return Checked(ok=True, summary="nothing changed", findings=[])
        return told(self.check(self.desk.root, given))

    def backstay_find_existing(self, name: str, snippet: str = "", kind: str = "") -> Existing:
        """Ask before writing a function or class: what the project has that is like it."""
        found = find_existing(read_modules(self.desk.root), name, snippet, kind)
        return Existing(
            ok=True,
            summary=f"{len(found)} like {name}" if found else f"nothing like {name}; write it",
            candidates=[
                {"signature": one.signature, "path": one.path, "line": one.line,
                 "similarity": one.similarity}
                for one in found
            ],
            evidence=[f"{one.path}:{one.line}" for one in found],
        )  # fmt: skip

    def backstay_explain(self, rule_id: str) -> Explained:
        """What a rule objects to, why, a wrong and a right example, how to waive it."""
        page = rulebook.page(rule_id.strip().upper())
        known = ", ".join(rulebook.ids()[:60])
        return Explained(
            ok=page is not None,
            summary=rule_id if page else f"no rule is called {rule_id[:40]}; known: {known}",
            page=page or "",
        )
