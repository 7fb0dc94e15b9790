"""The kept base of a project's files, and the fresh texts of conflicts not yet resolved."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from backstay.build.files.pack import packed, unpacked
from backstay.build.files.state import FOLDER
from backstay.build.merge import has_markers

FILE = f"{FOLDER}/base.zip"
_BASE, _PENDING = "base/", "pending/"


@dataclass(frozen=True, slots=True)
class Base:
    """Texts by path: what was written last, and what waits behind conflict markers."""

    texts: Mapping[str, str]
    pending: Mapping[str, str]


def read_base(root: Path) -> Base:
    """The base under a root; empty where there is none. Raises: ValueError for a damaged one."""
    texts = unpacked(root / FILE)
    return Base(
        {name[len(_BASE) :]: text for name, text in texts.items() if name.startswith(_BASE)},
        {name[len(_PENDING) :]: text for name, text in texts.items() if name.startswith(_PENDING)},
    )


def pack_of(base: Base) -> bytes:
    """The bytes of the base's file."""
    files = {f"{_BASE}{path}": text.encode() for path, text in base.texts.items()}
    files |= {f"{_PENDING}{path}": text.encode() for path, text in base.pending.items()}
    return packed(files)


def resolved(base: Base, path: str, edited: str | None, before: str | None) -> str | None:
    """The base of a file: the fresh text of a conflict, once the user has resolved it.

    Args: before, the digest of the text in which the conflict was marked; a file that is back
    at that text was restored, not resolved.
    """
    waiting = base.pending.get(path)
    if waiting is None or edited is None or has_markers(edited) or digest(edited) == before:
        return base.texts.get(path)
    return waiting


def digest(text: str) -> str:
    """What a text is recognised by."""
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
