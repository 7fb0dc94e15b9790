"""What a task comes with: its words, and perhaps a contract, an API description or a schema."""

from dataclasses import dataclass, field
from pathlib import Path

from backstay.agent.work.auditing import Started
from backstay.agent.work.measure import Gates


@dataclass(frozen=True, slots=True)
class Request:
    """A task as it is handed in (R-220); `dry` plans and writes nothing.

    `started` says how a service that Backstay did not build is started, to be measured.
    """

    text: str
    root: Path
    contract: Path | None = None
    openapi: Path | None = None
    schema: Path | None = None
    dry: bool = False
    gates: Gates = field(default_factory=Gates)
    started: Started = field(default_factory=Started)
