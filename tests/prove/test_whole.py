"""A whole proof: trials are told, results reported, and the report written where it is asked."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from backstay.prove import whole
from backstay.prove.evidence.result import Result
from backstay.prove.running.proof import Run
from backstay.prove.subject.project import Project
from backstay.prove.trial import Trial
from tests.prove.report.made import BLUEPRINT, CONTRACT, all_passed, reported


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "backstay.yaml").write_text(CONTRACT, encoding="utf-8")
    return Project(tmp_path, BLUEPRINT, "python")


async def test_what_was_found_is_reported(project, monkeypatch):
    asked: list[tuple[list[str], Run]] = []

    async def proven(_, trials, run, tell):
        asked.append(([trial.check for trial in trials], run))
        for result in all_passed():
            tell(result)
        return all_passed()

    monkeypatch.setattr(whole, "proven", proven)
    begun: list[Trial] = []
    told: list[Result] = []
    run = Run(full=True)
    report = await whole.prove(project, run, begun.extend, told.append, ["lock"])
    assert asked == [([trial.check for trial in begun], run)]
    assert {trial.check for trial in begun} == {"lock"}
    assert told == list(report.results)
    assert (report.full, report.environment.database) == (True, "sqlite")
    assert report.service == "timetrack"


def test_the_report_is_written_three_times(project):
    report = reported(all_passed())
    page = whole.write(report, project)
    assert page == project.root / "proof" / "report.html"
    assert "timetrack" in page.read_text(encoding="utf-8")
    told = json.loads((page.parent / "report.json").read_text(encoding="utf-8"))
    assert told["service"] == "timetrack"
    suite = ET.fromstring((page.parent / "report.xml").read_text(encoding="utf-8"))
    assert len(suite.findall(".//testcase")) > 20
    other = project.root / "some" / "where"
    assert whole.write(report, project, other) == other / "report.html"
