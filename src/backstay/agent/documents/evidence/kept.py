"""The evidence as it is kept beside the documents, so that they can be rendered again anywhere."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from backstay.agent.documents.evidence.evidence import Evidence, OwnTests, Proof, Rules

FILE = "docs/evidence.json"
FORMAT = 1
_KINDS = {"proof": Proof, "rules": Rules, "tests": OwnTests}


@dataclass(frozen=True, slots=True)
class Kept:
    """The parts that are kept, of whatever code."""

    proof: Proof | None = None
    rules: Rules | None = None
    tests: OwnTests | None = None

    def of(self, code: str) -> Evidence:
        """Those parts that are of this code."""
        parts: dict[str, Any] = {}
        lacks: dict[str, str] = {}
        for name in _KINDS:
            part = getattr(self, name)
            if part is not None and part.code == code:
                parts[name] = part
            elif part is not None:
                lacks[name] = "what was measured last is of other code"
        return Evidence(**parts, lacks=lacks)


def read(root: Path) -> Kept:
    """What is kept; nothing where there is nothing that can be read."""
    try:
        raw = json.loads((root / FILE).read_text(encoding="utf-8"))
        return Kept(**{name: _part(name, raw) for name in _KINDS})
    except (OSError, ValueError, TypeError, AttributeError):
        return Kept()


def written(kept: Kept) -> str:
    """The text of the file: the same for the same evidence."""
    parts = {name: asdict(part) for name in _KINDS if (part := getattr(kept, name)) is not None}
    content = {"format": FORMAT, **parts}
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _part(name: str, raw: Mapping[str, Any]) -> Any:
    return None if raw.get(name) is None else _KINDS[name](**raw[name])
