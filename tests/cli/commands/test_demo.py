"""`backstay demo` builds the example, proves it, and exits with what the proof came to."""

from pathlib import Path

import pytest

from backstay.cli.commands import demo
from backstay.prove import whole
from tests.prove.report.made import all_passed, reported


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, undescribed: None) -> Path:
    """Where the demo builds."""
    monkeypatch.setattr(demo, "mkdtemp", lambda prefix: str(tmp_path))
    return tmp_path / "timetrack"


def proving(monkeypatch: pytest.MonkeyPatch, *, holds: bool) -> list[object]:
    """Have the proof come out so; gives the projects that were proven, and how."""
    asked: list[object] = []

    async def prove(project, run, begin, tell):
        asked.append((project.root, run.database, run.full))
        begin([])
        return reported(all_passed() if holds else [])

    monkeypatch.setattr(whole, "prove", prove)
    return asked


def test_a_whole_project_is_built_and_proven(folder, run, monkeypatch):
    asked = proving(monkeypatch, holds=True)
    code, out, _ = run("demo")
    assert code == 0
    assert asked == [(folder, "sqlite", False)]
    assert (folder / "src" / "api" / "routes" / "tasks.py").is_file()
    assert (folder / "proof" / "report.html").is_file()
    assert f"Project:  {folder}" in out
    assert "Backend implementation completed" in out


def test_what_is_not_proven_exits_with_1_and_is_not_served(folder, run, monkeypatch):
    proving(monkeypatch, holds=False)
    monkeypatch.setattr(demo, "keep_up", lambda _: pytest.fail("it is served"))
    code, _, err = run("demo", "--keep")
    assert code == 1
    assert "The demo did not prove everything" in err


def test_it_stays_up_where_that_is_asked(folder, run, monkeypatch):
    asked = proving(monkeypatch, holds=True)
    served: list[Path] = []
    monkeypatch.setattr(demo, "keep_up", lambda project: served.append(project.root))
    assert run("demo", "--keep", "--full")[0] == 0
    assert asked == [(folder, "sqlite", True)]
    assert served == [folder]
