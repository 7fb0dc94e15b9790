"""Renders all documents of a project: which texts would change, and which must be left alone."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from backstay.agent.documents.catalogue import DOCUMENTS
from backstay.agent.documents.evidence.kept import FILE as EVIDENCE
from backstay.agent.documents.evidence.kept import Kept, written
from backstay.agent.documents.files import Files
from backstay.agent.documents.material import Material
from backstay.agent.documents.page.sections import NotOursError, renewed
from backstay.blueprint.contract import Blueprint
from backstay.build.openapi import PATHS as OPENAPI


@dataclass(slots=True)
class Rendered:
    """Texts that differ from what stands there, by path; and why some may not be written."""

    changed: dict[str, bytes] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def rendered(blueprint: Blueprint, files: Files, kept: Kept) -> Rendered:
    """Every document as it is to be; nothing is written.

    Args: blueprint; files, as they are or will be; kept, all evidence, of whatever code.
    """
    found = Rendered()
    evidence = kept.of(files.code(blueprint.layout))
    material = Material(blueprint, _told(files.text(OPENAPI[0])), files, evidence)
    for one in DOCUMENTS:
        before = files.text(one.path)
        try:
            text = renewed(before, one.head, one.rendered(material))
        except NotOursError as error:
            found.refused[one.path] = str(error)
            continue
        if text != before:
            found.changed[one.path] = _as_there(files, one.path, text)
    if kept != Kept() and (text := written(kept)) != files.text(EVIDENCE):
        found.changed[EVIDENCE] = text.encode()
    return found


def _told(text: str) -> Mapping[str, Any]:
    """The emitted document; empty where there is none that can be read."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _as_there(files: Files, path: str, text: str) -> bytes:
    """The text with the line ends that the file has now."""
    place = files.root / path
    crlf = place.is_file() and b"\r\n" in place.read_bytes()
    return (text.replace("\n", "\r\n") if crlf else text).encode()
