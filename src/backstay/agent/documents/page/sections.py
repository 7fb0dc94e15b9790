"""Sealed sections of a document: Backstay's between two marks, a person's everywhere else."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

_REGION = re.compile(
    r"<!-- backstay:(?P<name>[a-z-]+) (?P<seal>[0-9a-f]{12}) -->\n"
    r"(?P<content>.*?)"
    r"<!-- /backstay:(?P=name) -->\n?",
    re.DOTALL,
)
_MARK = re.compile(r"<!-- /?backstay:")


class NotOursError(Exception):
    """The document cannot be renewed without losing what a person wrote; the message says why."""


@dataclass(frozen=True, slots=True)
class _Region:
    name: str
    content: str


def sealed(name: str, content: str) -> str:
    """A section between its marks; the seal tells whether somebody has edited it since."""
    body = f"{content.strip()}\n"
    return f"<!-- backstay:{name} {_seal(body)} -->\n{body}<!-- /backstay:{name} -->\n"


def renewed(before: str, head: str, sections: Mapping[str, str]) -> str:
    """A document with all its sections as they are now, and every other word as it was.

    A new section goes behind the one before it; one that there is no more goes away.

    Args:
        before: the text that stands there, empty where there is none.
        head: the lines that a new document begins with; a person's from then on.
        sections: the content of each, in their order.

    Raises:
        NotOursError: the text is somebody else's, or was edited inside of a section.
    """
    if not before.strip():
        return "\n".join([f"{head.strip()}\n", *(sealed(*one) for one in sections.items())])
    parts = [
        _Region(part.name, sections[part.name])
        if isinstance(part, _Region) and part.name in sections
        else part
        for part in _parts(before)
        if not (isinstance(part, _Region) and part.name not in sections)
    ]
    known = {part.name for part in parts if isinstance(part, _Region)}
    place = _end_of_head(parts)
    for name, content in sections.items():
        if name in known:
            place = next(i for i, one in enumerate(parts) if _is(one, name)) + 1
        else:
            parts[place:place] = ["\n", _Region(name, content)]
            place += 2
    return "".join(one if isinstance(one, str) else sealed(one.name, one.content) for one in parts)


def _parts(text: str) -> list[str | _Region]:
    """A document cut into a person's words and sections that are as they were sealed."""
    found: list[str | _Region] = []
    edited, end = [], 0
    for match in _REGION.finditer(text):
        found += [text[end : match.start()], _Region(match["name"], match["content"])]
        if _seal(match["content"]) != match["seal"]:
            edited.append(match["name"])
        end = match.end()
    found.append(text[end:])
    if edited:
        raise NotOursError(
            f"edited inside of {_listed(edited)}: move your words outside of the marks, or take "
            "the section away with its marks; then it is written anew"
        )
    names = [one.name for one in found if isinstance(one, _Region)]
    words = "".join(one for one in found if isinstance(one, str))
    if not names:
        raise NotOursError("no section of it is Backstay's: move it to another name")
    if len(set(names)) != len(names) or _MARK.search(words):
        raise NotOursError("marks are missing or doubled: restore them, or delete the document")
    return found


def _end_of_head(parts: Sequence[str | _Region]) -> int:
    """Behind the words that come before every section."""
    return 1 if parts and isinstance(parts[0], str) else 0


def _is(part: str | _Region, name: str) -> bool:
    return isinstance(part, _Region) and part.name == name


def _seal(content: str) -> str:
    return sha256(content.encode()).hexdigest()[:12]


def _listed(names: Sequence[str]) -> str:
    plural = "s" if len(names) > 1 else ""
    return f"section{plural} {', '.join(f'`{name}`' for name in names)}"
