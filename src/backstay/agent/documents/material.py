"""Material: all that documents are rendered from; the same material gives the same text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backstay.agent.documents.evidence.evidence import Evidence
from backstay.agent.documents.files import Files
from backstay.blueprint.contract import Blueprint


@dataclass(frozen=True, slots=True)
class Material:
    """The contract, what the code tells of itself (C-37), its files, and what was seen of it."""

    blueprint: Blueprint
    openapi: Mapping[str, Any]
    files: Files
    evidence: Evidence
