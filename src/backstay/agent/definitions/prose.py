"""Finds what a definition says in its text instead of its header: triggers, limits, state."""

import re
from collections.abc import Iterator

from backstay.agent.definitions.lists import split_list
from backstay.agent.definitions.markdown import prose_lines
from backstay.agent.definitions.model import Boundaries, Metadata, Trigger
from backstay.agent.definitions.triggers import written_as

_QUOTED = r"[\"'`][^\"'`\n]{1,60}[\"'`]"
_KEYWORDS = re.compile(
    rf"\b(?:keywords?|mots[- ]cl[ée]s?)\s*:?\s*((?:{_QUOTED}(?:\s*(?:,|and|or|et|ou)\s*)*)+)",
    re.IGNORECASE,
)
_PATHS = re.compile(
    r"\b(?:paths?|globs?|chemins?)\s*:?\s+((?:[\w./*{}-]*[*/][\w./*{}-]*(?:,\s*|\s+(?:and|or|et|ou)\s+)?)+)",
    re.IGNORECASE,
)
_ACTIVATED = re.compile(
    r"\bauto[- ]?activ|\bactivat(?:es?|ed|ion)\b|\btriggers?\b|\bd[ée]clench", re.IGNORECASE
)
_BULLET = re.compile(r"^\s*[-*+]\s+(.*)$")
_CODE = re.compile(r"`([^`\n]{1,60})`")
# what stands before the word, damaged emojis among it, has no plain letters
_TIER = re.compile(
    r"[^A-Za-z]*(always|ask first|never|toujours|demander d'abord|jamais)[\s*]*:[\s*]*(\S.*)$",
    re.IGNORECASE,
)
_TIERS = {
    "always": "always",
    "toujours": "always",
    "ask first": "ask_first",
    "demander d'abord": "ask_first",
    "never": "never",
    "jamais": "never",
}
_STATE = re.compile(
    r"^\**(version|last updated|maintained by|maintainer|changelog)\**\s*:\**\s*(.*)$",
    re.IGNORECASE,
)


def described_triggers(description: str) -> Iterator[Trigger]:
    """`keywords "a", "b"` and `paths api/**` in a description."""
    for listed in _KEYWORDS.findall(description):
        words = (one[1:-1].strip() for one in re.findall(_QUOTED, listed))
        yield from written_as(filter(None, words), "description")
    for listed in _PATHS.findall(description):
        paths = (one.rstrip(".") for one in re.split(r",\s*|\s+", listed))
        yield from written_as((one for one in paths if "/" in one or "*" in one), "description")


def bodily_triggers(body: str) -> Iterator[Trigger]:
    """Terms in code marks in the bullets right below a line that speaks of activation."""
    below = False
    for _, line in prose_lines(body):
        bullet = _BULLET.match(line)
        if bullet and below:
            yield from written_as(_CODE.findall(bullet.group(1)), "body")
        elif line.strip():
            below = line.rstrip(" *_").endswith(":") and bool(_ACTIVATED.search(line))


def bodily_boundaries(body: str) -> Boundaries:
    """Bullets that begin with Always, Ask first or Never, their items separated by commas."""
    tiers: dict[str, list[str]] = {"always": [], "ask_first": [], "never": []}
    for _, line in prose_lines(body):
        bullet = _BULLET.match(line)
        if bullet and (match := _TIER.match(bullet.group(1))):
            tiers[_TIERS[match.group(1).lower()]] += split_list(match.group(2) + ",")
    return Boundaries(**{tier: tuple(items) for tier, items in tiers.items()})


def bodily_metadata(body: str) -> Metadata:
    """`**Version**: 1.1.0` and the like at the start of a line; bullets below a changelog."""
    found: dict[str, str] = {}
    changes: list[str] = []
    in_changelog = False
    for _, line in prose_lines(body):
        bullet = _BULLET.match(line)
        if in_changelog and bullet:
            changes.append(bullet.group(1).strip())
        elif match := _STATE.match(line.strip()):
            key = match.group(1).lower()
            in_changelog = key == "changelog"
            found.setdefault(key, match.group(2).strip())
        elif line.strip():
            in_changelog = False
    return Metadata(
        found.get("version", ""),
        found.get("last updated", ""),
        found.get("maintained by") or found.get("maintainer", ""),
        tuple(changes),
    )
