"""Exchange: one request and its answer, as they went over the wire."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SHOWN = 300


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer.

    `who` is the name of the person who sent it, empty for nobody; the token itself is not kept.
    `sent` is the body as JSON text or raw, empty when there was none. Header names are lower case.
    `signs_in` is the name of the person whose tokens the answer holds.
    """

    who: str
    method: str
    path: str
    sent: str
    headers: Mapping[str, str]
    status: int
    answered: Mapping[str, str]
    body: bytes = field(repr=False)
    signs_in: str = ""

    @property
    def json(self) -> Any:
        """The answer's JSON; None when it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    @property
    def data(self) -> Any:
        """What stands under `data`; None when nothing does."""
        content = self.json
        return content.get("data") if isinstance(content, dict) else None

    @property
    def meta(self) -> Mapping[str, Any]:
        """What stands under `meta`; empty when nothing does."""
        content = self.json
        return (content.get("meta") if isinstance(content, dict) else None) or {}

    @property
    def code(self) -> str:
        """The code of an error's envelope; empty where there is none."""
        error = self._error()
        return str(error.get("code", ""))

    @property
    def fields(self) -> list[str]:
        """The fields that an error's details name."""
        details = self._error().get("details") or []
        return [str(one.get("field", "")) for one in details if isinstance(one, dict)]

    def _error(self) -> Mapping[str, Any]:
        content = self.json
        error = content.get("error") if isinstance(content, dict) else None
        return error if isinstance(error, dict) else {}

    @property
    def asked(self) -> str:
        """The request in one line."""
        return f"{self.method} {self.path} as {self.who or 'nobody'}"

    def __str__(self) -> str:
        text = self.body.decode("utf-8", "replace")
        shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
        return f"{self.asked}: {self.status} {shown}".rstrip()
