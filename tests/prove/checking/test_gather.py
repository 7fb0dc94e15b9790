"""Only what changed is judged again; everything is when rules, settings or the project change."""

import pytest

from backstay.prove.checking.gather import gather
from backstay.prove.checking.pool import judge_all
from backstay.prove.checking.settings import Settings


@pytest.fixture
def judged(monkeypatch):
    """The paths that were judged, in the order of runs."""
    seen: list[set[str]] = []

    def watched(root, waiting, project):
        seen.append({one.path for one in waiting})
        return judge_all(root, waiting, project)

    monkeypatch.setattr("backstay.prove.checking.gather.judge_all", watched)
    return seen


def test_a_second_run_judges_only_what_changed(plant, judged):
    root = plant({"app/a.py": "A = 1\n", "app/b.py": "B = 1\n"})
    first = gather(root, Settings())
    (root / "app" / "b.py").write_text("B = 22\n")
    second = gather(root, Settings())

    assert judged[0] == {"app/a.py", "app/b.py", "pyproject.toml"}
    assert judged[1] == {"app/b.py"}
    assert first.records["app/a.py"] == second.records["app/a.py"]


def test_a_file_that_is_gone_is_forgotten(plant, judged):
    root = plant({"app/a.py": "A = 1\n", "app/b.py": "B = 1\n"})
    gather(root, Settings())
    (root / "app" / "b.py").unlink()

    assert set(gather(root, Settings()).records) == {"app/a.py", "pyproject.toml"}
    assert judged[1] == set()


def test_other_limits_judge_everything_again(plant, judged):
    root = plant({"app/a.py": "A = 1\n"})
    gather(root, Settings())
    gather(root, Settings(limits=(("file-lines", 9),)))

    assert judged[0] == judged[1]


def test_another_kind_of_project_judges_everything_again(plant, judged):
    root = plant({"app/a.py": "A = 1\n"})
    gather(root, Settings())
    (root / "requirements.txt").write_text("flask==3.0\n")
    second = gather(root, Settings())

    assert "app/a.py" in judged[1]
    assert second.project.frameworks == {"flask"}


def test_without_a_cache_nothing_is_kept(plant, judged):
    root = plant({"app/a.py": "A = 1\n"})
    gather(root, Settings(), cached=False)
    gather(root, Settings(), cached=False)

    assert judged[0] == judged[1]
    assert not (root / ".backstay_cache").exists()
