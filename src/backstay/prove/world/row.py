"""Row: a stored row as the API told of it, and where its operations are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backstay.blueprint.contract import Resource


@dataclass(frozen=True, slots=True)
class Row:
    """A stored row.

    Attributes:
        data: its fields as they were answered; etag: its version.
        parameters: what its paths need, those of its parents included; parent, where it is nested.
    """

    resource: Resource
    data: Mapping[str, Any]
    etag: str
    parameters: Mapping[str, str]
    parent: "Row | None" = None

    @property
    def id(self) -> str:
        """Its id, as text."""
        return str(self.data["id"])
