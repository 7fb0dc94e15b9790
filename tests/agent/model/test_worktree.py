"""Worktrees: never over work that is not committed, and gone afterwards."""

import pytest

from backstay.agent.model.worktree import NoWorktreeError, patch_of, take, worktree
from tests.agent.model.conftest import git


def test_what_is_changed_there_comes_as_a_patch(project):
    with worktree(project) as tree:
        (tree / "app" / "main.py").write_text("A = 1\n")
        (tree / "app" / "new.py").write_text("B = 1\n")
        patch = patch_of(tree)

    assert not tree.exists()
    take(project, patch)
    assert (project / "app" / "new.py").read_text() == "B = 1\n"
    assert sorted(git(project, "status", "--porcelain").split()) == sorted(
        ["M", "app/main.py", "??", "app/new.py"]
    )


def test_work_that_is_not_committed_is_not_mixed_in(project):
    (project / "app" / "main.py").write_text("A = 1\n")

    with pytest.raises(NoWorktreeError, match="commit or stash"), worktree(project):
        pass


def test_records_of_earlier_runs_are_no_changes(project):
    (project / ".build").mkdir()
    (project / ".build" / "context.md").write_text("x\n")

    with worktree(project) as tree:
        assert patch_of(tree) == ""


def test_a_project_below_the_repository_s_root_is_found(project):
    with worktree(project / "app") as tree:
        assert (tree / "main.py").is_file()
        (tree / "main.py").write_text("A = 1\n")
        patch = patch_of(tree)

    take(project / "app", patch)
    assert (project / "app" / "main.py").read_text() == "A = 1\n"


def test_a_folder_without_git_says_so(tmp_path):
    with pytest.raises(NoWorktreeError, match="not a git repository"), worktree(tmp_path):
        pass


def test_a_project_that_has_moved_on_is_left_alone(project):
    with worktree(project) as tree:
        (tree / "app" / "main.py").write_text("A = 1\n")
        patch = patch_of(tree)
    (project / "app" / "main.py").write_text("B = 2\n")

    with pytest.raises(NoWorktreeError, match="git apply"):
        take(project, patch)
    assert (project / "app" / "main.py").read_text() == "B = 2\n"
