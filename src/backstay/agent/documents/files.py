"""Files: a project's texts as they will be, with what a build is about to write laid over."""

from collections.abc import Collection, Mapping
from pathlib import Path

from backstay.prove.project.code import code_digest, code_of, is_code


class Files:
    """The texts of a project.

    Args: root, its folder, which need not exist; write and remove, what a build will do to it.
    """

    def __init__(
        self, root: Path, write: Mapping[str, bytes] | None = None, remove: Collection[str] = ()
    ) -> None:
        self.root = root
        self._write = dict(write or {})
        self._remove = frozenset(remove)

    def text(self, path: str) -> str:
        """A file's text with plain line ends; empty where there is none."""
        if path in self._remove:
            return ""
        content = self._write.get(path)
        if content is None:
            place = self.root / path
            content = place.read_bytes() if place.is_file() else b""
        return content.decode("utf-8", "replace").replace("\r\n", "\n")

    def under(self, folder: str, ending: str) -> list[str]:
        """The paths below a folder that end so, sorted."""
        there = (self.root / folder).rglob(f"*{ending}")
        found = {path.relative_to(self.root).as_posix() for path in there if path.is_file()}
        found |= {
            path for path in self._write if path.startswith(f"{folder}/") and path.endswith(ending)
        }
        return sorted(found - self._remove)

    def code(self, package: str) -> str:
        """The digest of the code, as a proof of it would say."""
        files = code_of(self.root, package)
        files |= {path: text for path, text in self._write.items() if is_code(path, package)}
        return code_digest({p: text for p, text in files.items() if p not in self._remove})
