"""A survey for people, as plain lines, and for programs, as JSON of a fixed shape."""

from collections.abc import Iterator
from typing import Any

from backstay.detect.model import Evidence, Notice, Profile, Survey, Variable

SCHEMA = 1
_WIDTH = 18  # the longest variable's name and a blank


def as_lines(survey: Survey) -> Iterator[str]:
    """One block per project: its eleven variables, each with what shows it, then the notices."""
    for profile in survey.profiles:
        yield f"{profile.root}: {profile.language}"
        for variable in profile.variables:
            yield f"  {variable.name:<{_WIDTH}} {variable.value}"
            yield f"  {'':<{_WIDTH}}   {_shown(variable)}"
        for notice in profile.notices:
            yield f"  {notice}"
        yield ""
    yield from map(str, survey.notices)


def _shown(variable: Variable) -> str:
    places = " ".join(map(str, variable.evidence))
    return f"{variable.reason}: {places}" if places else variable.reason


def as_data(survey: Survey) -> dict[str, Any]:
    """What `backstay detect --json` prints; `schema` rises when a field changes its meaning."""
    return {
        "schema": SCHEMA,
        "root": survey.root,
        "main": survey.main.root,
        "profiles": [_profile(one) for one in survey.profiles],
        "notices": [_notice(one) for one in survey.notices],
    }


def _profile(profile: Profile) -> dict[str, Any]:
    return {
        "root": profile.root,
        "language": profile.language,
        "facts": [
            {
                "kind": fact.kind,
                "name": fact.name,
                "version": fact.version,
                "evidence": [_evidence(one) for one in fact.evidence],
            }
            for fact in profile.facts
        ],
        "directories": [
            {"role": one.role, "path": one.path, "evidence": _evidence(one.evidence)}
            for one in profile.directories
        ],
        "variables": {
            one.name: {
                "value": one.value,
                "found": one.found,
                "reason": one.reason,
                "evidence": [_evidence(line) for line in one.evidence],
            }
            for one in profile.variables
        },
        "notices": [_notice(one) for one in profile.notices],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"path": evidence.path, "line": evidence.line, "how": evidence.how}


def _notice(notice: Notice) -> dict[str, Any]:
    return {
        "level": notice.level,
        "message": notice.message,
        "path": notice.path,
        "line": notice.line,
    }
