"""What is derived from the project as it will be, and so always rewritten."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from backstay.build.openapi import PATHS, documents
from backstay.build.report import BuildReport
from backstay.build.teller import DescribeError, Teller


class Target(Protocol):
    """What a build is collected in."""

    root: Path
    report: BuildReport
    write: dict[str, bytes]
    remove: list[str]

    def put(self, path: str, content: bytes) -> None:
        """Have a file written."""


def describe(build: Target, package: str, before: str, teller: Teller) -> str:
    """Renew the documents, if the code or the configuration differs from what they tell of.

    Args: build; package, the project's; before, the digest of what they tell of now; teller.
    Returns: the digest of what they tell of from now on.
    """
    sources = _sources(build, package)
    digest = _digest(sources)
    if digest == before and all((build.root / path).is_file() for path in PATHS):
        return before
    try:
        told = documents(teller, sources)
    except DescribeError as error:
        build.report.notes.append(f"{PATHS[0]} is not renewed, the project says: {error}")
        return ""
    for path, text in told.items():
        renew(build, path, text.encode())
    return digest


def renew(build: Target, path: str, content: bytes) -> None:
    """Have a derived file written, and say so."""
    build.put(path, content)
    if path in build.write:
        is_new = not (build.root / path).is_file()
        (build.report.created if is_new else build.report.renewed).append(path)


def _sources(build: Target, package: str) -> dict[str, bytes]:
    """The project's code and configuration as they will be, by path."""
    there = [*(build.root / package).rglob("*.py"), *(build.root / "config").glob("*.yaml")]
    found = {path.relative_to(build.root).as_posix(): path.read_bytes() for path in there}
    found |= {path: text for path, text in build.write.items() if _tells(path, package)}
    return {path: text for path, text in sorted(found.items()) if path not in build.remove}


def _tells(path: str, package: str) -> bool:
    code = path.startswith(f"{package}/") and path.endswith(".py")
    return code or (path.startswith("config/") and path.endswith(".yaml"))


def _digest(files: Mapping[str, bytes]) -> str:
    found = sha256()
    for path, content in files.items():
        found.update(f"{path}\0{len(content)}\0".encode() + content)
    return found.hexdigest()
