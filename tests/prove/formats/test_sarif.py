"""The SARIF log has the shape that SARIF 2.1.0 demands, and says what the report says.

The official schema is not copied here (its licence asks for more than a notice); what follows are
its demands on the parts that we write.
"""

import json

import pytest
from jsonschema_rs import validator_for

from backstay.prove.checking.report import Report, Unproven, Waived
from backstay.prove.checking.waivers import Waiver
from backstay.prove.finding import Finding, Location, Severity
from backstay.prove.formats.sarif import sarif

LEVELS = ["none", "note", "warning", "error"]
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation", "region"],
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri"],
                    "properties": {
                        "uri": {"type": "string", "format": "uri-reference"},
                        "uriBaseId": {"type": "string"},
                    },
                    "additionalProperties": False,
                },
                "region": {
                    "type": "object",
                    "required": ["startLine"],
                    "properties": {
                        "startLine": {"type": "integer", "minimum": 1},
                        "startColumn": {"type": "integer", "minimum": 1},
                    },
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        }
    },
}
RESULT = {
    "type": "object",
    "required": ["message", "ruleId"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": LEVELS},
        "message": MESSAGE,
        "locations": {"type": "array", "items": LOCATION},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "suppressions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["kind"],
                "properties": {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                    "justification": {"type": "string"},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "properties": {"results": {"type": "array", "items": RESULT}},
            },
        },
    },
}
FOUND = Finding("DAT003", "commit", Location("app/a b.py", 3, 5), "let it", fingerprint="f00")
WAIVED = Waived(FOUND, Waiver(("DAT003",), "app/a b.py", 3, 3, "the importer"))


@pytest.fixture
def log():
    report = Report(
        "/x",
        (FOUND, Finding("FIT007", "debt", Location("."), severity=Severity.MEDIUM)),
        waived=(WAIVED,),
        unproven=(Unproven("app/odd.py", "not UTF-8"),),
    )
    return json.loads(sarif(report))


def test_the_log_has_the_shape_of_sarif(log):
    validator_for(LOG).validate(log)


def test_every_result_points_to_its_rule(log):
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]

    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert rules[0]["help"]["markdown"].startswith("# DAT003")


def test_a_waived_finding_is_suppressed_with_its_reason(log):
    suppressed = [one for one in log["runs"][0]["results"] if "suppressions" in one]

    assert suppressed[0]["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "the importer"}
    ]


def test_what_is_unproven_is_told_and_the_run_did_not_succeed(log):
    run = log["runs"][0]["invocations"][0]

    assert run["executionSuccessful"] is False
    assert "app/odd.py: not UTF-8" in run["toolExecutionNotifications"][0]["message"]["text"]


def test_paths_are_uris(log):
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]

    assert place["artifactLocation"]["uri"] == "app/a%20b.py"
