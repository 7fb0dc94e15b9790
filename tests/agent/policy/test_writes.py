"""A specialist never writes prose or the gate's files; the orchestrator writes prose (R-187)."""

import pytest

from backstay.agent.definitions.model import Writes
from backstay.agent.policy.writes import refusal

PROSE = ["README.md", "src/notes.MD", "docs/api.html", ".build/context.md", "CHANGELOG"]
GATE = [".claude/settings.json", ".backstay/state.json", ".env", "sub/../.mcp.json", "waivers.yaml"]


@pytest.mark.parametrize("path", PROSE)
def test_prose_is_the_orchestrators(tmp_path, path) -> None:
    assert "prose" in refusal(tmp_path, path, "specialist")
    assert refusal(tmp_path, path, "orchestrator") == ""


@pytest.mark.parametrize("path", GATE)
def test_the_gate_is_nobodys(tmp_path, path) -> None:
    assert "belongs to the gate" in refusal(tmp_path, path, "specialist")
    assert "belongs to the gate" in refusal(tmp_path, path, "orchestrator")


@pytest.mark.parametrize("path", ["../x.py", "/etc/passwd", "a/../../x", "a\0b"])
def test_nobody_leaves_the_project(tmp_path, path) -> None:
    assert refusal(tmp_path, path, "orchestrator")


def test_a_link_does_not_lead_out(tmp_path) -> None:
    inner = tmp_path / "project"
    inner.mkdir()
    (inner / "link").symlink_to(tmp_path)

    assert "leads out" in refusal(inner, "link/x.py", "specialist")


def test_code_may_be_written_and_so_may_the_example_of_the_environment(tmp_path) -> None:
    for path in ("src/a.py", "tests/test_a.py", ".env.example", "pyproject.toml"):
        assert refusal(tmp_path, path, "specialist") == ""


def test_a_migration_that_exists_stays(tmp_path) -> None:
    folder = tmp_path / "config/alembic/versions"
    folder.mkdir(parents=True)
    (folder / "0001_x.py").touch()

    assert "exists" in refusal(tmp_path, "config/alembic/versions/0001_x.py", "specialist")
    assert refusal(tmp_path, "config/alembic/versions/0002_y.py", "specialist") == ""


def test_a_definition_allows_and_denies_and_denial_wins(tmp_path) -> None:
    writes = Writes(allow=("tests/**",), deny=("tests/private/**",))

    assert refusal(tmp_path, "tests/a.py", "specialist", writes) == ""
    assert "not among" in refusal(tmp_path, "src/a.py", "specialist", writes)
    assert "denied" in refusal(tmp_path, "tests/private/a.py", "specialist", writes)
