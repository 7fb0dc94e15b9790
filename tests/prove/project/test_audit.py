import json
import sys
from typing import Any

import pytest

from backstay.prove.project import audit
from backstay.prove.project.audit import KNOWN, BlindError, audited, read


def report(*packages: dict[str, Any]) -> str:
    return "WARNING: something\nNo known vulnerabilities found\n" + json.dumps(
        {"dependencies": list(packages), "fixes": []}
    )


CLEAN = {"name": "idna", "version": "3.10", "vulns": []}
HOLE = {"name": "jinja2", "version": "2.4.1", "vulns": [{"id": "PYSEC-1"}]}
SKIPPED = {"name": "idna", "skip_reason": "not found on PyPI and could not be audited"}


def test_what_was_found():
    seen = read(report(CLEAN, HOLE))
    assert seen.packages == 2
    assert seen.found == ("jinja2 2.4.1: PYSEC-1",)


def test_a_package_that_was_skipped_is_no_clean_package():
    with pytest.raises(BlindError, match="1 packages were not audited"):
        read(report(CLEAN, SKIPPED))


@pytest.mark.parametrize("output", ["", "Traceback: no network", '{"dependencies'])
def test_silence_is_no_clean_result(output):
    with pytest.raises(BlindError, match="told nothing"):
        read(output)


async def test_the_auditor_must_first_see_what_is_known(tmp_path, monkeypatch):
    asked = []

    async def ran(requirements, *options):
        asked.append(requirements.read_text() if requirements.exists() else "")
        return report(HOLE if KNOWN in asked[-1] else CLEAN)

    monkeypatch.setattr(audit, "_ran", ran)
    lock = tmp_path / "requirements.txt"
    lock.write_text("idna==3.10")
    assert (await audited(lock)).packages == 1
    assert asked == [f"{KNOWN}\n", "idna==3.10"]


async def test_one_that_sees_nothing_proves_nothing(tmp_path, monkeypatch):
    async def ran(requirements, *options):
        return report(CLEAN)

    monkeypatch.setattr(audit, "_ran", ran)
    with pytest.raises(BlindError, match="were not reported"):
        await audited(tmp_path / "requirements.txt")


async def test_it_is_a_program_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/echo")
    assert "pip_audit" in await audit._ran(tmp_path / "r.txt", "--no-deps")
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nsleep 20\n")
    slow.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(slow))
    monkeypatch.setattr(audit, "SECONDS", 0.1)
    with pytest.raises(BlindError, match="stopped after"):
        read(await audit._ran(tmp_path / "r.txt"))
