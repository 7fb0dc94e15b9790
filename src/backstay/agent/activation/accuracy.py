"""Measures routing on labelled prompts: how often the right specialist wakes, or rightly nobody."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from backstay.agent.activation.route import Decision, route
from backstay.agent.activation.task import Task
from backstay.agent.definitions.model import Definition
from backstay.detect.model import Profile
from backstay.detect.survey import detect

NOBODY = "none"
GOAL = 95.0  # percent
_KNOWN = frozenset({"expect", "text", "paths", "near", "project"})


class CasesError(ValueError):
    """A file of labelled prompts that is none; the message says where and what is expected."""


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled prompt; `near` marks a near miss, `project` names one of the file's projects."""

    group: str
    expect: str
    task: Task
    near: bool = False
    project: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case and what was decided."""

    case: Case
    decision: Decision

    @property
    def chosen(self) -> str:
        """The name of whom the task woke, or `none`."""
        return self.decision.chosen.definition.name if self.decision.chosen else NOBODY

    @property
    def right(self) -> bool:
        """Whether that is what the label says."""
        return self.chosen == self.case.expect


def measure(path: Path, definitions: Sequence[Definition]) -> tuple[Outcome, ...]:
    """Every case of a file, decided. CasesError when the file is not one of labelled prompts.

    The file is YAML: `projects` maps a name to files by path; every other key is a group of cases
    with `expect` and `text`, and perhaps `paths`, `near` and `project`.
    """
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        raise CasesError(f"{path}: cannot be read: {error}") from error
    if not isinstance(document, dict):
        raise CasesError(f"{path}: give a map of groups, each a list of cases")
    projects = {name: _surveyed(files) for name, files in document.pop("projects", {}).items()}
    cases = [case for group, rows in document.items() for case in _cases(path, group, rows)]
    unknown = {case.project for case in cases if case.project} - set(projects)
    if unknown:
        raise CasesError(f"{path}: no project is called {', '.join(sorted(unknown))}")
    return tuple(
        Outcome(case, route(case.task, definitions, projects.get(case.project))) for case in cases
    )


def _cases(path: Path, group: str, rows: Any) -> Iterator[Case]:
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        if not isinstance(row, dict) or not {"expect", "text"} <= set(row) <= _KNOWN:
            known = ", ".join(sorted(_KNOWN))
            raise CasesError(
                f"{path}: {group}, case {number}: give expect and text; known: {known}"
            )
        task = Task(str(row["text"]), tuple(map(str, row.get("paths", ()))))
        near, project = bool(row.get("near")), str(row.get("project", ""))
        yield Case(group, str(row["expect"]), task, near, project)


def _surveyed(files: Mapping[str, str]) -> Profile:
    """The profile of a project that exists on paper only."""
    with TemporaryDirectory(prefix="backstay-") as folder:
        for path, text in files.items():
            place = Path(folder, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        return detect(Path(folder)).main


def summary(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """One line per group and one for all, then every mistake with the reason of the decision."""
    groups = dict.fromkeys(one.case.group for one in outcomes)
    for group in groups if len(groups) > 1 else ():
        yield _line(group, [one for one in outcomes if one.case.group == group])
    yield _line("all", outcomes)
    for one in outcomes:
        if not one.right:
            yield f"expected {one.case.expect}, got {one.chosen}: {one.case.task.text}"
            yield f"  {one.decision.reason}"


def share(outcomes: Sequence[Outcome]) -> float:
    """How many of a hundred are right; 0 without any."""
    return 100 * sum(one.right for one in outcomes) / len(outcomes) if outcomes else 0.0


def _line(name: str, outcomes: Sequence[Outcome]) -> str:
    right = sum(one.right for one in outcomes)
    near = [one for one in outcomes if one.case.near]
    near_right = sum(one.right for one in near)
    total = f"{name}: {right} of {len(outcomes)} right ({share(outcomes):.1f}%)"
    return f"{total}, near misses {near_right} of {len(near)}"
