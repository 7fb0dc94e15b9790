"""All files or none, however a build ends."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from backstay.build.files import apply as module
from backstay.build.files.apply import JOURNAL, STAGING, WriteError, apply, finish, is_interrupted
from tests.contents import contents

OLD = {"kept.py": b"kept\n", "changed.py": b"old\n", "gone.py": b"gone\n"}
WRITE = {"changed.py": b"new\n", "folder/deep/made.py": b"made\n"}
DONE = {"kept.py": b"kept\n", **WRITE}

KILLED = f"""
import os, pathlib, sys
from backstay.build.files import apply

steps, done = int(sys.argv[2]), 0
names = ("write_bytes", "replace", "unlink", "mkdir")
real = {{name: getattr(pathlib.Path, name) for name in names}}

def counted(name):
    def step(*args, **kwargs):
        global done
        if done == steps:
            os.kill(os.getpid(), 9)
        done += 1
        return real[name](*args, **kwargs)
    return step

for name in real:
    setattr(pathlib.Path, name, counted(name))
apply.apply(pathlib.Path(sys.argv[1]), {WRITE!r}, ["gone.py"])
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that was built before."""
    folder = tmp_path / "project"
    (folder / ".backstay").mkdir(parents=True)
    for path, content in OLD.items():
        (folder / path).write_bytes(content)
    return folder


def test_everything_is_written_and_nothing_is_left_behind(root):
    apply(root, WRITE, ["gone.py"])

    assert contents(root) == DONE
    assert not (root / STAGING).exists()


def test_nothing_to_do_touches_nothing(root):
    apply(root, {}, [])

    assert contents(root) == OLD
    assert list((root / ".backstay").iterdir()) == []


def test_killed_at_any_step_the_next_run_completes_it_or_has_nothing_of_it(root, tmp_path):
    decided = []
    for step in range(100):
        copy = Path(shutil.copytree(root, tmp_path / str(step)))
        ended = subprocess.run([sys.executable, "-c", KILLED, copy, str(step)], check=False)
        decided.append(is_interrupted(copy))
        if ended.returncode == 0:
            break
        assert ended.returncode == -signal.SIGKILL
        assert finish(copy) == decided[-1]
        assert contents(copy) == (DONE if decided[-1] else OLD)
        apply(copy, WRITE, ["gone.py"])
        assert contents(copy) == DONE

    assert decided.count(True) > 5, "moves were interrupted"
    assert decided.count(False) > 5, "staging was interrupted"


def test_a_full_disk_changes_nothing(root):
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(WriteError, match=r"cannot write to .*: File too large\. Nothing was"):
            apply(root, WRITE | {"large.bin": b"x" * 1000}, ["gone.py"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)

    assert contents(root) == OLD
    assert not (root / STAGING).exists()


def test_a_read_only_folder_is_seen_before_anything_is_decided(root, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith("project"))

    with pytest.raises(WriteError, match=r"permission denied\. Nothing was changed"):
        apply(root, WRITE, [])

    assert contents(root) == OLD


def test_a_folder_in_the_place_of_a_file_is_said(root):
    (root / "folder").mkdir()
    (root / "folder" / "a.py").mkdir()

    with pytest.raises(WriteError, match=r"a\.py is a folder, where a file belongs"):
        apply(root, {"b.py": b"b", "folder/a.py": b"a"}, [])

    assert contents(root) == OLD


def test_a_file_in_the_place_of_a_folder_is_said(root):
    with pytest.raises(WriteError, match=r"kept\.py is a file, where a folder belongs"):
        apply(root, {"kept.py/a.py": b"a"}, [])

    assert contents(root) == OLD


def test_what_stops_the_moves_is_said_and_the_next_run_goes_on(root, monkeypatch):
    def refused(self, target):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(module, "_check", lambda *_: None)
        real = Path.replace
        patch.setattr(
            Path, "replace", lambda one, to: (real if JOURNAL in str(to) else refused)(one, to)
        )
        with pytest.raises(WriteError, match=r"decided, and not complete; run it again"):
            apply(root, WRITE, ["gone.py"])

    assert is_interrupted(root)
    assert finish(root)
    assert contents(root) == DONE


def test_there_is_nothing_to_finish_in_a_folder_that_nobody_built(tmp_path):
    assert not finish(tmp_path)
    assert list(tmp_path.iterdir()) == []
