"""Definitions for people as lines, and for programs as data."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from backstay.agent.definitions.lint.finding import Finding
from backstay.agent.definitions.model import Definition
from backstay.agent.definitions.roster import Roster


def roster_lines(roster: Roster) -> Iterator[str]:
    """One line per definition: name, host, rank and path; below it how many repairs it took."""
    width = max((len(one.name) for one in roster.definitions), default=0)
    for entry in roster.entries:
        one = entry.definition
        repairs = f", {len(one.repairs)} repair(s)" if one.repairs else ""
        yield f"{one.name:<{width}}  {one.host}, {entry.rank}{repairs}  {one.path}"
    yield from roster.unreadable


def roster_data(roster: Roster) -> dict[str, Any]:
    """What `backstay agents list --json` prints."""
    return {
        "schema": 1,
        "definitions": [
            {"rank": entry.rank, **definition_data(entry.definition)} for entry in roster.entries
        ],
        "unreadable": list(roster.unreadable),
    }


def definition_data(definition: Definition) -> dict[str, Any]:
    """All fields but the body, which is instructions and not data."""
    fields = asdict(definition)
    del fields["body"], fields["lines"]
    return {**fields, "unknown": dict(definition.unknown)}


def finding_data(finding: Finding) -> dict[str, Any]:
    """One finding of `backstay agents lint --json`."""
    return asdict(finding)
