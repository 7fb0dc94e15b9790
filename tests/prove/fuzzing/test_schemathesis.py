import json
import sys
from pathlib import Path
from typing import Any

import pytest

from backstay.prove.fuzzing import schemathesis
from backstay.prove.fuzzing.schemathesis import Cause, NoRunError, fuzzed, read


def report(**more: Any) -> dict[str, Any]:
    plain = {
        "complete": True,
        "errors": [],
        "failures": [],
        "test_cases": {"generated": 12},
        "operations": {"tested": 3},
    }
    return plain | more


def test_failures_are_grouped_by_cause():
    failures = [{"title": "Server error", "operations": list("abcde"), "count": 9}]
    seen = read(report(failures=failures), "==== FAILURES ====\nGET /a\n")
    assert (seen.cases, seen.tested) == (12, 3)
    assert seen.causes == (Cause("Server error", tuple("abcde"), 9),)
    assert str(seen.causes[0]) == "Server error (9 times, in a, b, c and 2 more)"
    assert "GET /a" in seen.output


def test_a_run_that_broke_off_is_no_run():
    with pytest.raises(NoRunError, match="broke off"):
        read(report(complete=False), "")
    with pytest.raises(NoRunError, match="Hook"):
        read(report(errors=[{"title": "Hook error"}]), "")


async def test_it_is_asked_in_its_own_process(monkeypatch):
    asked: list[str] = []

    async def ran(folder: Path, *arguments: str) -> str:
        asked.extend(arguments)
        settings = (folder / "schemathesis.toml").read_text()
        assert settings == '[parameters]\n"path.book_id" = "7"\n'
        (folder / "report.json").write_text(json.dumps(report()))
        return ""

    monkeypatch.setattr(schemathesis, "_ran", ran)
    seen = await fuzzed(
        "http://x/openapi.json", "t", 5, parameters={"book_id": "7"}, leave_out=["logout"]
    )
    assert seen.cases == 12
    assert asked[asked.index("--exclude-operation-id") + 1] == "logout"
    assert "Authorization: Bearer t" in asked
    assert asked[asked.index("run") + 1] == "http://x/openapi.json"
    assert not any("max-time" in one for one in asked)


async def test_one_that_tells_nothing_is_told(monkeypatch):
    async def ran(folder: Path, *arguments: str) -> str:
        return "no such option"

    monkeypatch.setattr(schemathesis, "_ran", ran)
    with pytest.raises(NoRunError, match="no such option"):
        await fuzzed("http://x", "t", 5, parameters={})


async def test_one_that_hangs_is_ended(tmp_path, monkeypatch):
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nsleep 20\n")
    slow.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(slow))
    monkeypatch.setattr(schemathesis, "SECONDS", 0.2)
    with pytest.raises(NoRunError, match="stopped after"):
        await fuzzed("http://x", "t", 1, parameters={})


async def test_it_is_installed(tmp_path):
    assert "4.32.5" in await schemathesis._ran(tmp_path, "--version")
