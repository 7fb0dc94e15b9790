"""A folder of somebody else: its files listed once, their texts read on demand within limits."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from backstay.detect.model import Notice
from backstay.detect.walk import Limits, walk

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class _FullError(Exception):
    """The limit on what is read in all was met."""


class Tree:
    """The files under a root; each limit that was met, and each unreadable file, leaves a notice.

    Args:
        root: The folder; NotADirectoryError when it is none.
        limits: What to stop at.
        files: What to see of it, relative; without, the folder is walked.
    """

    def __init__(
        self, root: Path, limits: Limits | None = None, files: Iterable[str] | None = None
    ) -> None:
        if not root.is_dir():
            raise NotADirectoryError(f"{root} is not a folder; give the root of a project")
        self.root = root
        self.notices: list[Notice] = []
        self._limits = limits or Limits()
        self._left = self._limits.total_bytes
        self._full = False
        self._texts: dict[str, str | None] = {}
        listed = walk(root, self._limits, self._note) if files is None else files
        self.files: tuple[str, ...] = tuple(sorted(listed))

    def read(self, path: str) -> str | None:
        """The text of one listed file, lines ending in LF; None when it cannot be read as text."""
        if path not in self._texts:
            try:
                self._texts[path] = decode(self._content(path))
            except _FullError:
                self._texts[path] = None
                self._say_full()
            except (OSError, ValueError) as error:
                self._texts[path] = None
                self._note(f"not read: {getattr(error, 'strerror', None) or error}", path)
        return self._texts[path]

    def _say_full(self) -> None:
        """Once: a tree that is too large has thousands of files after the limit."""
        if not self._full:
            self._note(
                f"files after the first {self._limits.total_bytes:,} bytes were not read", ""
            )
        self._full = True

    def _content(self, path: str) -> bytes:
        handle = os.open(self.root / path, os.O_RDONLY | _NO_FOLLOW)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise ValueError("no ordinary file")
            content = file.read(self._limits.file_bytes + 1)
        if len(content) > self._limits.file_bytes:
            raise ValueError(f"larger than {self._limits.file_bytes:,} bytes")
        if len(content) > self._left:
            raise _FullError
        self._left -= len(content)
        return content

    def _note(self, message: str, path: str) -> None:
        self.notices.append(Notice("info", message, path))


def decode(content: bytes) -> str:
    """Text from bytes: UTF-8, or UTF-16 where its mark says so; ValueError for binary content."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", errors="replace")
    elif b"\0" in content:
        raise ValueError("binary content")
    else:
        text = content.decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
