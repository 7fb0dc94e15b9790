"""Each probe fails where its promise is broken, naming the line, and passes where it is kept."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from backstay.prove.outcome import Outcome

from .proving import proof_of

HERE = Path(__file__).parent
PROBES = Path(__file__).parents[3] / "src" / "backstay" / "prove" / "probes"
BREAKS: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(HERE / "breaks.yaml")
SEVEN = [one for one in BREAKS if "seven" in one]
OF_THE_WHOLE = {
    *("audit", "breaker", "coverage", "fuzz", "limit", "load", "migrate", "plan", "redact"),
    *("outage", "statements", "tree"),
}
"""What is measured or read of a whole project has tests of its own."""
PROMISED = {"owner scope", "flow guard", "If-Match", "a CHECK", "a bound", "the auth dependency"}


def name_of(one: dict[str, Any]) -> str:
    return f"{one['check']}-{one['key']}-{Path(one['file']).name}"


def breaking(root: Path, one: dict[str, Any]) -> None:
    file = root / one["file"]
    text = file.read_text()
    assert text.count(one["old"]) >= 1, f"{one['file']} has no {one['old']!r} any more"
    file.write_text(text.replace(one["old"], one["new"]))


async def caught(copied, one: dict[str, Any]) -> None:
    root = copied(one.get("contract", "timetrack"))
    breaking(root, one)
    if "beside" in one:  # what it is held against are the answers that another check was given
        results = await proof_of(root, [one["check"], one["beside"]])
        results = [result for result in results if result.check == one["check"]]
    else:
        results = await proof_of(root, [one["check"]], one["key"])
    failed = [
        result
        for result in results
        if result.outcome is Outcome.FAILED and result.key == one["key"]
    ]
    assert failed, [(result.outcome, result.claim, result.reason) for result in results]
    assert all(
        finding.where.line == result.at.line for result in failed for finding in result.findings
    )
    assert all(result.findings for result in failed)


@pytest.mark.parametrize("one", [one for one in BREAKS if one.get("group")], ids=name_of)
async def test_a_break_is_seen_and_named(copied, one):
    await caught(copied, one)


@pytest.mark.real
@pytest.mark.parametrize("one", [one for one in BREAKS if not one.get("group")], ids=name_of)
async def test_every_break_is_seen_and_named(copied, one):
    await caught(copied, one)


@pytest.mark.real
@pytest.mark.parametrize("one", SEVEN, ids=lambda one: one["seven"])
async def test_seven_breaks_fail_the_whole_proof(copied, one):
    root = copied("timetrack")
    breaking(root, one)
    results = await proof_of(root)
    failed = {result.key for result in results if result.outcome is Outcome.FAILED}
    assert one["key"] in failed, failed


def test_the_seven_breaks_are_those_that_were_promised():
    assert {one["seven"] for one in SEVEN} == PROMISED | {"a unique rule"}


def test_every_probe_has_a_break():
    broken = {one.get("probe", one["check"].replace("-", "_")) for one in BREAKS}
    probes = {path.stem for path in PROBES.glob("[a-z]*.py")}
    assert probes - broken == OF_THE_WHOLE
