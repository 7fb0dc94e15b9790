"""Prose conditions as named predicates over a project (C-40): what can be checked, and how."""

import re
from dataclasses import dataclass

# predicate -> what its prose speaks of; the first row that fits decides
_PROSE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("job_processor", r"\b(job|queue|task)s?\s+(processors?|workers?|runners?|queues?)\b"),
        ("job_processor", r"\bbackground\s+(jobs?|workers?|tasks?)\b|\bt[âa]ches de fond\b"),
        ("orm_or_models", r"\borms?\b|\b(database|data|domain)\s+models?\b|\bmod[èe]les? de donn"),
        ("server_code", r"\b(server|backend)(-side)?\s+(code|files?|source)\b|\bcode serveur\b"),
        ("layer_directories", r"(?:[\w.-]+/[\s,]*)+.*\b(director(y|ies)|folders?|dossiers?)\b"),
        (
            "backend_framework",
            r"\b(backend|web|server)?\s*frameworks?\b.*\b(detected|used|present|d[ée]tect[ée])",
        ),
        ("migrations", r"\bmigrations?\b.*\b(present|exist|detected|folder|director)"),
        ("tests", r"\btests?\b.*\b(present|exist|detected|folder|director)"),
    )
)
_LONGEST = 300  # letters; a condition is a sentence, not a page
_NAMED = re.compile(r"\(([^()]*)\)")
_DIRECTORY = re.compile(r"([\w.-]+)/(?=[\s,]|$)")


@dataclass(frozen=True, slots=True)
class Condition:
    """A predicate, and the names that the prose restricts it to; none means any.

    For `layer_directories` and `server_code` these are folders, else frameworks or libraries.
    """

    predicate: str
    names: tuple[str, ...] = ()


def read_condition(prose: str) -> Condition | None:
    """The predicate that a sentence speaks of; None when it is none that can be checked.

    "Backend framework detected (Django, Flask)" is `backend_framework` of Django or Flask.
    """
    if len(prose) > _LONGEST:
        return None
    for predicate, pattern in _PROSE:
        if pattern.search(prose):
            return Condition(predicate, tuple(_names(prose)))
    return None


def _names(prose: str) -> list[str]:
    listed = [name.strip() for group in _NAMED.findall(prose) for name in group.split(",")]
    return [name for name in listed if name] or _DIRECTORY.findall(prose)
