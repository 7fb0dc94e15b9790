"""Dependencies: which other services a project calls, as its settings and its imports say."""

import re
from pathlib import Path

SETTINGS = ".env.example"
OWN = frozenset(("DATABASE_URL", "REDIS_URL", "SMTP_URL"))
"""What the runtime itself connects to, and outlives in its own ways."""

_NAME = re.compile(r"^#?\s*([A-Z][A-Z0-9_]*_URL)=", re.MULTILINE)
_CALLS = re.compile(
    r"^\s*(?:from|import)\s+(?:backstay\.resilience|httpx2?|aiohttp|requests|urllib3|urllib\.request)\b",
    re.MULTILINE,
)


def addresses_of(root: Path) -> list[str]:
    """The settings that say where another service is, in the order of `.env.example`."""
    file = root / SETTINGS
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return [name for name in dict.fromkeys(_NAME.findall(text)) if name not in OWN]


def callers_of(root: Path, package: str) -> list[str]:
    """The files of the project's package that import something to call others with."""
    return [
        str(path.relative_to(root))
        for path in sorted((root / package).rglob("*.py"))
        if _CALLS.search(path.read_text(encoding="utf-8"))
    ]
