"""JSON: the whole report as data, keys sorted, so that equal runs give equal bytes."""

import json
from dataclasses import asdict
from typing import Any

from backstay.prove.checking.report import Report
from backstay.prove.finding import Finding

VERSION = 1


def plain(report: Report) -> str:
    """A report as JSON; `version` changes when a key changes its meaning."""
    data: dict[str, Any] = {
        "version": VERSION,
        "outcome": report.outcome,
        "findings": [finding_data(one) for one in report.findings],
        "information": [finding_data(one) for one in report.information],
        "waived": [
            {
                **finding_data(one.finding),
                "reason": one.waiver.reason,
                "until": one.waiver.until or None,
            }
            for one in report.waived
        ],
        "recorded": report.recorded,
        "unproven": [asdict(one) for one in report.unproven],
        "files": report.files,
        "lines": report.lines,
        "debt_ratio": round(report.debt, 5),
        "notes": list(report.notes),
    }
    return json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False)


def finding_data(one: Finding) -> dict[str, Any]:
    """A finding as JSON values."""
    return {
        "rule": one.check,
        "severity": one.severity,
        "path": one.where.path,
        "line": one.where.line,
        "column": one.where.column,
        "message": one.message,
        "hint": one.hint,
        "fix": one.fix,
        "fingerprint": one.fingerprint,
    }
