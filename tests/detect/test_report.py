"""A survey is shown as lines for people and as JSON of a fixed shape for programs."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from backstay.detect.report import as_data, as_lines
from backstay.detect.survey import detect

FILES = {
    "requirements.txt": "fastapi\nuvicorn\n",
    ".python-version": "3.11\n",
    "main.py": "from fastapi import FastAPI\napp = FastAPI()\n",
}


def test_lines_say_the_value_and_below_it_what_shows_it(
    plant: Callable[[Mapping[str, str]], Path],
) -> None:
    lines = list(as_lines(detect(plant(FILES))))

    at = lines.index("  dev_command        uvicorn main:app --reload")
    assert lines[0] == ".: Python"
    assert lines[at + 1].split() == ["from", "the", "source", "code:", "main.py:2"]
    at = lines.index("  worker_command     none")
    assert lines[at + 1].strip() == "no background job library is declared or used"
    assert (
        "  .python-version:1: warning: Python 3.12 or newer is advised; this allows 3.11" in lines
    )


def test_data_is_json_with_every_fact_and_its_lines(
    plant: Callable[[Mapping[str, str]], Path],
) -> None:
    data = json.loads(json.dumps(as_data(detect(plant(FILES)))))

    (profile,) = data["profiles"]
    assert (data["schema"], data["main"]) == (1, ".")
    assert {
        "kind": "framework",
        "name": "FastAPI",
        "version": "",
        "evidence": [
            {"path": "requirements.txt", "line": 1, "how": "declared"},
            {"path": "main.py", "line": 2, "how": "used"},
        ],
    } in profile["facts"]
    assert profile["variables"]["worker_command"] == {
        "value": "none",
        "found": False,
        "reason": "no background job library is declared or used",
        "evidence": [],
    }
    assert profile["directories"][0]["role"] == "source"
    assert profile["notices"][0]["level"] == "warning"
