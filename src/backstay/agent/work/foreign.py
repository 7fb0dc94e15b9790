"""A task on a service that Backstay did not build: an endpoint in its own style, or nothing."""

import re
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

from backstay.agent.existing.endpoint import Planned, plan_endpoint
from backstay.agent.existing.pattern import UnsureError
from backstay.agent.returns.model import FeatureReturn
from backstay.agent.tree.snapshot import changed, snapshot
from backstay.agent.work.auditing import endpoint_p95
from backstay.agent.work.measure import Gates
from backstay.agent.work.ports import Check, Checked, Proven
from backstay.agent.work.request import Request
from backstay.agent.work.state import Run, State
from backstay.detect.survey import detect

CONTRACT = "backstay.yaml"
_ROUTE = re.compile(r"\b(GET|POST|PUT|PATCH|DELETE)\s+(/[^\s,;]*)", re.IGNORECASE)
HOW = "ask for an endpoint by method and path, like `add an endpoint DELETE /notes/{note_id}`"


def is_foreign(request: Request) -> bool:
    """Whether there is code of a backend and no contract, and none is handed in."""
    given = (request.contract, request.openapi, request.schema)
    if any(given) or not request.root.is_dir() or (request.root / CONTRACT).is_file():
        return False
    return bool(detect(request.root).main.of("framework"))


@dataclass(slots=True)
class Foreign:
    """One task on foreign code; `before` are the bytes of the files that it changes."""

    request: Request
    run: Run
    planned: Planned | None = None
    before: dict[str, bytes] | None = None

    def design(self) -> None:
        """Plan the endpoint after one that is there, or say what is missing."""
        run = self.run
        try:
            planned = plan_endpoint(self.request.root, *_asked(self.request.text))
        except (UnsureError, SyntaxError, UnicodeDecodeError) as error:
            run.missing.append(str(error))
            run.go(State.UNSURE, missing=run.missing)
            return
        self.planned = planned
        run.diff = _difference(self.request.root, planned)
        run.notes.append(f"modelled on {planned.model}")
        run.notes += [f"there already, and used: {one}" for one in planned.reused]
        run.notes += planned.alike
        within = "within" if planned.added <= planned.budget else "over"
        run.notes.append(
            f"diff: {len(planned.files)} files, {planned.added} lines added, none changed or "
            f"removed; {within} the budget of {planned.budget} lines"
        )
        run.notes += planned.missing
        run.go(State.DESIGNED, route=planned.route, model=planned.model)

    def build(self) -> None:
        """Write the files; anything else that changed would undo all of it."""
        planned, root = self.planned, self.request.root
        assert planned is not None, "only what was designed is built"
        self.run.go(State.PLANNED, files=list(planned.files))
        if self.request.dry:
            self.run.notes.append("dry run: nothing was written")
            return
        was = snapshot(root)
        self.before = {path: (root / path).read_bytes() for path in planned.files}
        for path, text in planned.files.items():
            (root / path).write_bytes(text.encode())
        touched = changed(was, snapshot(root))
        grown = all(
            _only_grows(self.before[path].decode(), planned.files[path]) for path in touched
        )
        if set(touched) != set(planned.files) or not grown:
            self.undo()
            self.run.missing.append("more than the endpoint would have changed; all was undone")
            self.run.go(State.STOPPED, touched=touched)
            return
        self.run.claim = FeatureReturn.model_validate(
            {
                "routes_created": [planned.route],
                "summary": self.request.text[:2000],
                "files_changed": sorted(planned.files),
            }
        )
        self.run.go(State.BUILT, files=len(touched))

    def undo(self) -> None:
        """Put the files back as they were."""
        for path, content in (self.before or {}).items():
            (self.request.root / path).write_bytes(content)

    def gates(self, given: Gates) -> Gates:
        """Check counts what is new; without a contract p95 is all the proof."""
        return replace(given, check=self._new_only(given.check), prove=self._p95)

    def _p95(self, root: Path) -> Proven:
        assert self.planned is not None, "as above"
        return endpoint_p95(root, self.request.started, self.planned.route)

    def _new_only(self, check: Check) -> Check:
        """Rules that the model and its new place broke before are the project's style (C-30)."""
        assert self.planned is not None, "only what was designed is checked"
        paths = tuple(sorted(self.planned.files))
        around = tuple(sorted({*paths, *self.planned.sources}))
        habits = {one.rule for one in check(self.request.root, around).found}

        def new(root: Path, _: tuple[str, ...]) -> Checked:
            seen = check(root, paths)
            return replace(seen, found=tuple(o for o in seen.found if o.rule not in habits))

        return new


def _asked(text: str) -> tuple[str, str]:
    """Method and path of a task. UnsureError when it names none."""
    found = _ROUTE.search(text)
    if found is None:
        raise UnsureError(f"in a service that Backstay did not build, {HOW}")
    return found[1].upper(), found[2]


def _only_grows(before: str, after: str) -> bool:
    """Whether every sign of the old text stands in the new one, in order."""
    rest = iter(after)
    return all(sign in rest for sign in before)


def _difference(root: Path, planned: Planned) -> str:
    lines: list[str] = []
    for path, text in planned.files.items():
        before = (root / path).read_text(encoding="utf-8").splitlines(keepends=True)
        lines += unified_diff(before, text.splitlines(keepends=True), path, path, n=1)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
