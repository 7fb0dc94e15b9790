"""SARIF 2.1.0: the report that code hosts read, rules and their pages among it."""

import json
from typing import Any
from urllib.parse import quote

import backstay
from backstay.prove.checking.report import Report, Waived
from backstay.prove.discover import all_rules
from backstay.prove.finding import Finding, Location, Severity
from backstay.prove.rulebook import page

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.INFO: "note",
}
_SECURITY = {  # what hosts rank security findings by
    Severity.CRITICAL: "9.0",
    Severity.HIGH: "8.0",
    Severity.MEDIUM: "5.0",
    Severity.LOW: "3.0",
    Severity.INFO: "0.0",
}


def sarif(report: Report) -> str:
    """A report as a SARIF log with one run."""
    waived = [one.finding for one in report.waived]
    ids = sorted({one.check for one in (*report.findings, *waived)})
    position = {one: number for number, one in enumerate(ids)}
    results = [_result(one, position) for one in report.findings]
    results += [_suppressed(one, position) for one in report.waived]
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "backstay",
                "version": backstay.__version__,
                "semanticVersion": backstay.__version__,
                "rules": [_descriptor(one) for one in ids],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "the folder that was checked"}}},
        "results": results,
        "invocations": [
            {
                "executionSuccessful": not report.unproven,
                "toolExecutionNotifications": [
                    {"level": "warning", "message": {"text": f"unproven: {one.what}: {one.why}"}}
                    for one in report.unproven
                ],
            }
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _descriptor(code: str) -> dict[str, Any]:
    rule = all_rules().get(code)
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.title},
        "help": {"text": page(code) or rule.title, "markdown": page(code) or rule.title},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {
            "tags": list(rule.rows),
            **({"security-severity": _SECURITY[rule.severity]} if code[:3] == "SEC" else {}),
        },
    }


def _result(one: Finding, position: dict[str, int]) -> dict[str, Any]:
    return {
        "ruleId": one.check,
        "ruleIndex": position[one.check],
        "level": _LEVEL[one.severity],
        "message": {"text": f"{one.message}; {one.hint}" if one.hint else one.message},
        "locations": [{"physicalLocation": _physical(one.where)}],
        "partialFingerprints": {"backstay/v1": one.fingerprint or one.check},
    }


def _physical(where: Location) -> dict[str, Any]:
    region = {"startLine": max(1, where.line)}
    if where.column:
        region["startColumn"] = where.column
    uri = quote(where.path)
    return {"artifactLocation": {"uri": uri, "uriBaseId": "ROOT"}, "region": region}


def _suppressed(one: Waived, position: dict[str, int]) -> dict[str, Any]:
    kind = "external" if one.waiver.file else "inSource"
    reason = {"kind": kind, "status": "accepted", "justification": one.waiver.reason}
    return {**_result(one.finding, position), "suppressions": [reason]}
