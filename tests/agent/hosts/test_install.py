"""An installation loses no byte and undoes itself exactly; whatever fails leaves all as it was."""

from pathlib import Path

import pytest

from backstay.agent.definitions.load import load_definition
from backstay.agent.definitions.places import BUILT_IN
from backstay.agent.hosts.install import RECORD, install, remove
from backstay.agent.hosts.plan import InstallError, Plan, plan
from backstay.agent.hosts.tables import HOSTS

SPECIALISTS = tuple(load_definition(path) for path in sorted(BUILT_IN.glob("*.md")))
OWN = {
    ".claude/settings.json": '{\n  // mine\n  "hooks": {"Stop": [{"hooks": []}]}\n}',
    ".mcp.json": '{"mcpServers": {"other": {"command": "x"}}}\r\n',
    ".vscode/mcp.json": "{}",
    ".cursor/hooks.json": '{"version": 1, "hooks": {}}\n',
    ".github/prompts/api.prompt.md": "my own\n",
}


def planned(root: Path, *hosts: str) -> Plan:
    return plan(root, (part for one in hosts for part in HOSTS[one](SPECIALISTS, hosts)))


def content(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else b"(folder)"
        for path in root.rglob("*")
    }


@pytest.fixture(params=["empty", "own"])
def place(request, tmp_path):
    for path, text in OWN.items() if request.param == "own" else ():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text.encode())
    return tmp_path


@pytest.mark.parametrize("hosts", [("claude",), ("vscode",), ("claude", "vscode"), tuple(HOSTS)])
def test_install_and_remove_leave_every_byte(place, hosts) -> None:
    before = content(place)

    changed = install(place, planned(place, *hosts))
    assert changed
    assert install(place, planned(place, *hosts)) == []
    remove(place)

    assert content(place) == before


def test_planning_writes_nothing(place) -> None:
    before = content(place)

    assert "backstay-hook" in planned(place, "claude", "cursor", "codex").diff()
    assert content(place) == before


def test_beside_claude_no_second_hook_is_registered(tmp_path) -> None:
    both = [one.path for one in planned(tmp_path, "claude", "vscode").changes]
    alone = [one.path for one in planned(tmp_path, "vscode").changes]

    assert ".github/hooks/backstay.json" not in both
    assert ".github/hooks/backstay.json" in alone


def test_what_others_have_changed_since_stays(tmp_path) -> None:
    install(tmp_path, planned(tmp_path, "claude"))
    agent = tmp_path / ".claude/agents/backstay/backend.md"
    agent.write_text(agent.read_text() + "mine\n")
    settings = tmp_path / ".claude/settings.json"
    settings.write_text(settings.read_text().replace("{\n", '{\n  "model": "x",\n', 1))

    done = remove(tmp_path)

    assert done.left == (".claude/agents/backstay/backend.md",)
    assert "backstay" not in settings.read_text()
    assert '"model": "x"' in settings.read_text()
    assert agent.read_text().endswith("mine\n")


def test_a_file_that_is_no_json_stops_all_of_it(tmp_path) -> None:
    (tmp_path / ".mcp.json").write_text("{oops")

    with pytest.raises(InstallError, match=r"\.mcp\.json: the file is no JSON"):
        planned(tmp_path, "claude")
    assert content(tmp_path) == {".mcp.json": b"{oops"}


def test_a_link_out_of_the_project_is_not_followed(tmp_path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (root / ".claude").symlink_to(tmp_path)

    with pytest.raises(InstallError, match="leads out"):
        planned(root, "claude")


def test_a_write_that_fails_midway_is_undone(tmp_path, monkeypatch) -> None:
    decided = planned(tmp_path, "claude")
    real = Path.write_bytes

    def failing(self: Path, data: bytes) -> int:
        if self.name == "api.md":
            raise OSError("no space")
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", failing)

    with pytest.raises(InstallError, match="nothing was changed"):
        install(tmp_path, decided)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_damaged_record_is_said(tmp_path) -> None:
    (tmp_path / ".backstay").mkdir()
    (tmp_path / RECORD).write_text("[]")

    with pytest.raises(InstallError, match="damaged"):
        remove(tmp_path)
