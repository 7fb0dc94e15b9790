"""Reads requirements files: what a person asked for, not what a resolver added."""

import re
from collections.abc import Iterator

from backstay.detect.manifests.model import Manifest, group_of
from backstay.detect.manifests.pep508 import requirement
from backstay.detect.model import Evidence

_ASKED_FOR = re.compile(r"-r |\((pyproject\.toml|setup\.(py|cfg))\)")
_EGG = re.compile(r"#egg=([A-Za-z0-9._-]+)")


def read(content: str, path: str) -> Manifest:
    """What one requirements file lists; the file's name says whether it is for development.

    Included files (`-r other.txt`) are manifests of their own. Lines that a resolver annotated
    with `# via something` are left out, unless that something is an input file.
    """
    group = group_of(path.rpartition("/")[2].removeprefix("requirements"))
    found = _lines(content, path)
    return Manifest(
        tuple(
            one
            for evidence, written in found
            if (one := requirement(written, evidence, "dev" if group == "dev" else "main"))
        )
    )


def _lines(content: str, path: str) -> Iterator[tuple[Evidence, str]]:
    lines = content.split("\n")
    for number, line in enumerate(lines, 1):
        written = line.strip()
        if egg := _EGG.search(written):
            yield Evidence(path, number), egg.group(1)
        elif _names(written) and not _transitive(lines, number - 1):
            yield Evidence(path, number), written.partition("#")[0].rstrip(" \\")


def _names(written: str) -> bool:
    """Whether a line names a package: no comment, option, path or bare address."""
    return written[:1].isalnum() and "://" not in written.partition("@")[0]


def _transitive(lines: list[str], index: int) -> bool:
    """Whether pip-compile or uv says, beside or below the line, that only packages want it."""
    reasons = [lines[index].partition("#")[2]]
    for line in lines[index + 1 :]:
        if not line.startswith((" ", "\t")):
            break
        reasons.append(line.partition("#")[2])
    said = " ".join(reasons).strip()
    return said.startswith("via") and not _ASKED_FOR.search(said)
