"""Texts of a foreign folder are read once, as text, and within limits."""

from pathlib import Path

import pytest

from backstay.detect.tree import Tree, decode
from backstay.detect.walk import Limits


def test_a_root_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="give the root of a project"):
        Tree(tmp_path / "missing")


def test_a_text_is_read_once_and_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    tree = Tree(tmp_path)

    assert tree.read("a.txt") == "one"
    (tmp_path / "a.txt").write_text("two")
    assert tree.read("a.txt") == "one"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbffastapi", "fastapi"),
        ("flask==3\r\n".encode("utf-16"), "flask==3\n"),
        (b"caf\xe9", "caf\ufffd"),
        (b"", ""),
    ],
    ids=["line ends", "utf-8 mark", "utf-16 of a PowerShell", "latin-1", "empty"],
)
def test_bytes_become_text(content: bytes, text: str) -> None:
    assert decode(content) == text


def test_what_cannot_be_read_gives_none_and_a_notice_once(tmp_path: Path) -> None:
    (tmp_path / "binary.py").write_bytes(b"\x7fELF\0\0")
    (tmp_path / "large.py").write_bytes(b"#" * 101)
    (tmp_path / "gone.py").touch()
    tree = Tree(tmp_path, Limits(file_bytes=100))
    (tmp_path / "gone.py").unlink()

    texts = [tree.read(path) for path in (*tree.files, *tree.files)]

    assert texts == [None] * 6
    assert [str(notice) for notice in tree.notices] == [
        "binary.py: info: not read: binary content",
        "gone.py: info: not read: No such file or directory",
        "large.py: info: not read: larger than 100 bytes",
    ]


def test_the_limit_in_all_stops_reading_and_says_so_once(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).write_text("x" * 60)
    tree = Tree(tmp_path, Limits(total_bytes=100))

    assert [tree.read(name) for name in "abc"] == ["x" * 60, None, None]
    assert [str(one) for one in tree.notices] == [
        "info: files after the first 100 bytes were not read"
    ]


def test_a_file_that_became_a_link_is_not_read(tmp_path: Path) -> None:
    """Between listing and reading somebody may put a link in its place."""
    (tmp_path / "a.py").touch()
    tree = Tree(tmp_path)
    (tmp_path / "a.py").unlink()
    (tmp_path / "a.py").symlink_to("/etc/hostname")

    assert tree.read("a.py") is None


def test_a_file_that_became_a_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.py").touch()
    tree = Tree(tmp_path)
    (tmp_path / "a.py").unlink()
    (tmp_path / "a.py").mkdir()

    assert tree.read("a.py") is None
