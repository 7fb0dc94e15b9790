"""Files are laid out with the folders that they need."""

from pathlib import Path

import pytest

from backstay.build.files.lay_out import lay_out


def test_every_file_stands_in_its_folder(tmp_path: Path):
    lay_out(tmp_path / "a", {"one.py": b"1", "b/c/two.py": b"\xff", "b/three.py": b""})

    assert (tmp_path / "a/one.py").read_bytes() == b"1"
    assert (tmp_path / "a/b/c/two.py").read_bytes() == b"\xff"
    assert (tmp_path / "a/b/three.py").read_bytes() == b""


def test_what_stands_there_is_written_over(tmp_path: Path):
    for content in (b"old", b"new"):
        lay_out(tmp_path, {"a/one.py": content})

    assert (tmp_path / "a/one.py").read_bytes() == b"new"


def test_a_file_in_the_place_of_a_folder_is_an_error(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"")

    with pytest.raises(OSError, match="a"):
        lay_out(tmp_path, {"a/one.py": b""})
