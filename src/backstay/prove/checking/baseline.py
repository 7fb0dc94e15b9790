"""Baseline: findings that were there when a project adopted us; their number may only fall."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from backstay.prove.finding import Finding


class BaselineError(ValueError):
    """The file of recorded findings is not ours; the message says what to do."""


def read_baseline(file: Path) -> Counter[str]:
    """How often each fingerprint is recorded; empty when there is no file.

    Raises:
        BaselineError: It is no baseline.
    """
    if not file.is_file():
        return Counter()
    try:
        found = json.loads(file.read_text("utf-8"))
        entries = found["findings"]
        return Counter({str(one["fingerprint"]): int(one["count"]) for one in entries})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BaselineError(
            f"{file.name} is no baseline ({error}); write one with `backstay check --baseline`"
        ) from error


def write_baseline(file: Path, findings: Iterable[Finding]) -> int:
    """Record findings, sorted so that a difference reads well; gives how many."""
    counted = Counter((one.where.path, one.check, one.fingerprint) for one in findings)
    entries = [
        {"path": path, "rule": rule, "fingerprint": mark, "count": count}
        for (path, rule, mark), count in sorted(counted.items())
    ]
    file.write_text(json.dumps({"version": 1, "findings": entries}, indent=1) + "\n", "utf-8")
    return counted.total()


def beyond(findings: Sequence[Finding], recorded: Counter[str]) -> list[Finding]:
    """The findings that are not recorded; of equal ones, those after the recorded number."""
    left = Counter(recorded)
    new: list[Finding] = []
    for one in findings:
        if left[one.fingerprint] > 0:
            left[one.fingerprint] -= 1
        else:
            new.append(one)
    return new


def fallen(findings: Iterable[Finding], recorded: Counter[str]) -> int:
    """How many recorded findings are no longer there: the file should forget them."""
    present = Counter(one.fingerprint for one in findings)
    return (recorded - present).total()
