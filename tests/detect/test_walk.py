"""A foreign folder is listed within limits, and nothing leads out of it."""

import os
from pathlib import Path

from backstay.detect.walk import Limits, walk

LIMITS = Limits()


def listed(root: Path, limits: Limits = LIMITS) -> tuple[list[str], list[str]]:
    notes: list[str] = []
    found = list(walk(root, limits, lambda message, path: notes.append(f"{path}: {message}")))
    return found, notes


def test_paths_are_relative_and_shallow_files_come_first(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "deep.py").touch()
    (tmp_path / "z.py").touch()

    assert listed(tmp_path) == (["z.py", "a/deep.py"], [])


def test_what_tools_made_is_skipped_but_not_a_package_of_that_name(tmp_path: Path) -> None:
    """`build/` is skipped; Backstay itself has a package of that name."""
    for folder in ("node_modules", ".venv", "build", "shop.egg-info", "app/build"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "x.py").touch()
    (tmp_path / "app" / "build" / "__init__.py").touch()

    assert listed(tmp_path)[0] == ["app/build/__init__.py", "app/build/x.py"]


def test_links_are_not_followed_so_that_loops_end_and_nothing_outside_is_read(
    tmp_path: Path,
) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "loop").symlink_to(root, target_is_directory=True)
    (root / "secret").symlink_to("/etc/passwd")
    (root / "main.py").touch()

    assert listed(root) == (["main.py"], [": 2 symbolic link(s) were not followed"])


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pyproject.toml")

    assert listed(tmp_path) == ([], [])


def test_the_limit_on_files_keeps_the_shallow_ones(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for number in range(5):
        (tmp_path / "a" / f"{number}.py").touch()
    (tmp_path / "pyproject.toml").touch()

    found, notes = listed(tmp_path, Limits(files=2))

    assert found == ["pyproject.toml", "a/0.py"]
    assert notes == [": only the first 2 files were looked at"]


def test_the_limit_on_depth_is_said(tmp_path: Path) -> None:
    (tmp_path / "a" / "b" / "c").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c" / "x.py").touch()

    assert listed(tmp_path, Limits(depth=2)) == (
        [],
        ["a/b/c: folders deeper than 2 were not looked at"],
    )


def test_names_that_no_terminal_should_print_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2Jb.py").touch()
    (tmp_path / b"\xff.py".decode("utf-8", "surrogateescape")).touch()

    assert listed(tmp_path) == ([], [".: 2 name(s) with unprintable characters were left out"])


def test_a_folder_that_vanished_is_said(tmp_path: Path) -> None:
    assert listed(tmp_path / "gone") == (
        [],
        [".: this folder cannot be listed: No such file or directory"],
    )
