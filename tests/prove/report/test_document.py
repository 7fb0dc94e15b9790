"""The JSON report: canonical, and complete."""

import json

from backstay.prove.report.document import FORMAT, to_json


def test_it_is_canonical(report):
    text = to_json(report)

    assert json.dumps(json.loads(text), indent=1, sort_keys=True, ensure_ascii=False) + "\n" == text


def test_it_holds_what_the_page_shows(report):
    content = json.loads(to_json(report))

    assert content["format"] == FORMAT
    assert content["proven"] is True
    assert content["delivery"]["sentence"] == report.delivery.sentence
    assert len(content["lines"]) == len(report.lines)
    assert content["lines"][0]["outcome"] == "passed"
    assert content["gates"][0] == {
        "hard": True,
        "measured": 8.2,
        "name": "p95 of the slowest simple operation",
        "note": "",
        "outcome": "passed",
        "target": "< 200 ms",
        "unit": "ms",
    }
