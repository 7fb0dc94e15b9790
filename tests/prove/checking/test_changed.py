"""What changed is what git says: lines of the working tree, of the index, since a commit."""

import subprocess

import pytest

from backstay.prove.checking.changed import NoGitError, changed_lines


@pytest.fixture
def repository(tmp_path):
    root = tmp_path / "project"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "user.email", "ann@example.com")
    git(root, "config", "user.name", "Ann")
    (root / "a.py").write_text("one\ntwo\nthree\n")
    git(root, "add", "a.py")
    git(root, "commit", "-qm", "first")
    return root


def git(root, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


def test_changed_and_new_lines_are_told(repository):
    (repository / "a.py").write_text("one\nTWO\nthree\nfour\n")
    (repository / "new.py").write_text("x\n")

    assert changed_lines(repository) == {"a.py": {2, 4}, "new.py": {1, 2}}


def test_only_the_index_is_told_when_asked(repository):
    (repository / "a.py").write_text("ONE\ntwo\nthree\n")
    git(repository, "add", "a.py")
    (repository / "a.py").write_text("ONE\ntwo\nTHREE\n")
    (repository / "new.py").write_text("x\n")

    assert changed_lines(repository, staged=True) == {"a.py": {1}}


def test_lines_since_a_commit(repository):
    (repository / "a.py").write_text("one\ntwo\nthree\nfour\n")
    git(repository, "commit", "-qam", "second")

    assert changed_lines(repository) == {}
    assert changed_lines(repository, since="HEAD~1") == {"a.py": {4}}


def test_paths_are_those_of_the_project_below_the_repository(repository):
    below = repository / "backend"
    below.mkdir()
    (below / "b.py").write_text("x\n")
    git(repository, "add", "-A")

    assert changed_lines(below) == {"b.py": {1}}


def test_in_a_repository_without_a_commit_everything_is_new(tmp_path):
    git(tmp_path, "init", "-q")
    (tmp_path / "a.py").write_text("x\n")
    assert changed_lines(tmp_path) == {"a.py": {1, 2}}

    git(tmp_path, "add", "a.py")
    assert changed_lines(tmp_path) == {"a.py": {1, 2}}


def test_deleted_files_have_no_lines(repository):
    (repository / "a.py").unlink()

    assert changed_lines(repository) == {}


@pytest.mark.parametrize("since", ["no-such-commit", "--output=/tmp/x"])
def test_a_commit_that_is_none_is_said(repository, since):
    with pytest.raises(NoGitError, match="git cannot say what changed"):
        changed_lines(repository, since=since)


def test_without_a_repository_it_is_said(tmp_path):
    with pytest.raises(NoGitError):
        changed_lines(tmp_path)
