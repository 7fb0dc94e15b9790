"""Each measured check goes red for a break of its own, and names the line of the contract."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.running.discover import trials_of
from backstay.prove.running.proof import Run, proven
from backstay.prove.subject.project import Project, project_at

ROOT = Path(__file__).parents[3]
BREAKS: list[dict[str, Any]] = YAML(typ="safe").load(
    Path(__file__).with_name("measured.yaml").read_text(encoding="utf-8")
)
CHECKS = sorted({each["check"] for each in BREAKS})
FEWER = (
    "data: 10_000 Task, 100_000 TimeEntry, 200 User",
    "data: 2_000 Task, 4_000 TimeEntry, 60 User",
)

pytestmark = pytest.mark.real


@pytest.fixture
def timetrack(tmp_path: Path) -> Path:
    """A built timetrack with fewer rows to seed."""
    root = tmp_path / "timetrack"
    shutil.copytree(ROOT / "examples" / "timetrack", root)
    contract = root / "backstay.yaml"
    contract.write_text(contract.read_text(encoding="utf-8").replace(*FEWER), encoding="utf-8")
    return root


async def results_of(root: Path, check: str) -> list[Result]:
    project: Project = project_at(root)
    trials = trials_of(project.blueprint, [check])
    return await proven(project, trials, Run(), lambda _: None)


def damage(root: Path, change: dict[str, Any]) -> None:
    place = root / change["file"]
    if change.get("remove"):
        place.unlink()
        return
    text, old = place.read_text(encoding="utf-8"), change.get("old", "")
    assert old in text, f"{change['file']} has changed: mend measured.yaml"
    changed = text.replace(old, change["new"], 1) if old else text
    place.write_text(changed + change.get("append", ""), encoding="utf-8")


def outcome_of(result: Result) -> Outcome:
    """On a busy machine a miss is unproven, which is as it should be; tests run on busy ones."""
    missed = result.outcome is Outcome.UNPROVEN and "other work had" in result.reason
    return Outcome.FAILED if missed else result.outcome


@pytest.mark.parametrize("change", BREAKS, ids=[each["name"] for each in BREAKS])
async def test_a_break_is_seen(timetrack: Path, change: dict[str, Any]) -> None:
    damage(timetrack, change)
    results = await results_of(timetrack, change["check"])
    failed = [one for one in results if outcome_of(one) is Outcome.FAILED]
    told = [one for one in failed if one.key == change["key"] and change["reason"] in one.reason]
    assert told, [(one.key, one.outcome, one.reason[:300]) for one in results]
    assert all(finding.where.line == one.at.line for one in told for finding in one.findings)


@pytest.mark.parametrize("check", CHECKS)
async def test_what_is_whole_passes(timetrack: Path, check: str) -> None:
    results = await results_of(timetrack, check)
    assert results
    bad = [
        one
        for one in results
        if one.outcome not in (Outcome.PASSED, Outcome.NOT_APPLICABLE)
        and "other work had" not in one.reason
    ]
    assert not bad, [(one.claim, one.outcome, one.reason[:300]) for one in bad]
