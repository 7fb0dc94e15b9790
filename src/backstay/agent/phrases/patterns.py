"""The sentences that are understood, each with examples; `backstay task --phrases` lists them."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "nested",
    "resource",
    "field",
    "relation",
    "rule",
    "unique",
    "endpoint",
    "action",
    "role",
    "grant",
    "job",
]
_ADD = r"(?:add|create|make|introduce)\s+"
_AJOUTE = r"(?:ajoute[rz]?|cree[rz]?|creer)\s+"
_A = r"(?:(?:an?|the|new|some|une?|des|les?|la|nouvelle?s?)\s+|l')*"
_NAME = r"[\w'-]+"
_NOUN = r"[\w -]+?"
_WITH = r"(?:\s+(?:with|having|avec)\s+(?:the\s+fields?\s+|les\s+champs\s+)?(?P<fields>.+))?"
_OF = r"(?:to|for|of|on|in|a|aux?|pour|de|du|des|sur)\s+"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence: its pattern, matched against text without accents, and how one would type it."""

    kind: Kind
    pattern: re.Pattern[str]
    english: str
    french: str


def _phrase(kind: Kind, pattern: str, english: str, french: str) -> Phrase:
    return Phrase(kind, re.compile(rf"^{pattern}\.?$", re.IGNORECASE | re.DOTALL), english, french)


_ANY = rf"(?:{_ADD}|{_AJOUTE})"
PHRASES: tuple[Phrase, ...] = (
    _phrase(
        "rule",
        rf"{_ANY}{_A}(?:rule|regle)\s+(?P<name>{_NAME})\s+{_OF}{_A}(?P<on>{_NOUN})\s*:\s*(?P<text>.+)",
        "add a rule ends_later to bookings: ends_at > starts_at",
        "ajoute une règle ends_later aux bookings : ends_at > starts_at",
    ),
    _phrase(
        "unique",
        rf"(?P<text>{_NOUN})\s+(?:must be|doit etre)\s+unique\s+"
        rf"(?:(?:per|par)\s+(?P<per>{_NOUN})\s+)?(?:for|pour|in|dans)\s+{_A}(?P<on>{_NOUN})",
        "title must be unique per owner for tasks",
        "title doit être unique par owner pour les tâches",
    ),
    _phrase(
        "action",
        rf"{_ANY}{_A}action\s+(?P<name>{_NAME})\s+{_OF}{_A}(?P<on>{_NOUN})"
        r"(?:\s*(?::|that sets|which sets|qui met)\s*(?P<text>.+))?",
        "add an action archive to tasks that sets status = completed when status = in_progress",
        "ajoute une action fin aux tâches qui met status = completed quand status = pending",
    ),
    _phrase(
        "endpoint",
        rf"{_ANY}{_A}(?:endpoint|point d'entree|point de terminaison|route)\s+"
        r"(?P<method>GET|POST|PUT|PATCH|DELETE)\s+(?P<path>/\S+)"
        r"(?:\s+(?:that sets|qui met)\s+(?P<text>.+))?",
        "add an endpoint POST /tasks/{task_id}/finish that sets status = completed",
        "ajoute un endpoint POST /tasks/{task_id}/finish qui met status = completed",
    ),
    _phrase(
        "role",
        rf"{_ANY}{_A}role\s+(?P<name>{_NAME})"
        rf"(?:\s+(?:that|who|which|qui)\s+(?:may|can|peut)\s+(?P<verbs>{_NOUN})\s+{_A}(?P<on>\w+))?",
        "add a role auditor that may read tasks",
        "ajoute un rôle auditor qui peut lire les tâches",
    ),
    _phrase(
        "grant",
        rf"(?:let|allow|permets? a|autorise)\s+{_A}(?P<name>{_NAME})\s+(?:to\s+|a\s+|de\s+|d')?"
        rf"(?P<verbs>{_NOUN})\s+{_A}(?P<on>\w+)",
        "let members read projects",
        "autorise member à lire les projets",
    ),
    _phrase(
        "job",
        rf"{_ANY}{_A}(?:job|background job|tache de fond)\s+(?P<name>{_NAME})\s+"
        rf"(?:(?:when|on|quand)\s+{_A}(?P<on>{_NOUN})\s+(?:(?:is|are|est)\s+)?(?P<event>\w+)"
        r"|(?:every|chaque|tous les)\s+(?P<every>.+))",
        "add a job remind_owner when a task is created",
        "ajoute une tâche de fond remind_owner quand une tâche est créée",
    ),
    _phrase(
        "relation",
        rf"(?:{_ANY}{_A}(?:reference|relation|link|lien)\s+(?:from|between|de|entre)\s+"
        rf"{_A}(?P<on>{_NOUN})\s+(?:to|and|vers|et)\s+{_A}(?P<to>{_NOUN})|{_A}(?P<many>{_NOUN})\s+"
        rf"(?:belongs?\s+to|appartien(?:t|nent)\s+aux?)\s+{_A}(?P<one>{_NOUN}))"
        rf"(?:\s+(?:as|called|nommee?)\s+(?P<name>{_NAME}))?",
        "tasks belong to a project",
        "ajoute une relation de tâches vers projets",
    ),
    _phrase(
        "field",
        rf"{_ANY}{_A}(?:(?:field|column|champ|colonne)\s+(?P<name>{_NOUN})|(?P<other>{_NOUN})\s+"
        rf"(?:field|column))\s+{_OF}{_A}(?P<on>{_NOUN})(?:\s*:\s*(?P<type>.+))?",
        "add a field priority to tasks: low | normal | high = normal",
        "ajoute un champ priority aux tâches : low | normal | high = normal",
    ),
    _phrase(
        "nested",
        rf"{_ANY}{_A}(?P<name>{_NOUN})\s+(?:resource\s+)?(?:to|under|a|aux?|sous)\s+{_A}"
        rf"(?P<on>{_NOUN}){_WITH}",
        "add comments to tasks",
        "ajoute des commentaires aux tâches",
    ),
    _phrase(
        "resource",
        rf"{_ANY}{_A}(?:(?:resource|ressource)\s+(?P<name>{_NOUN})|(?P<other>{_NOUN})\s+resource"
        rf"|(?P<bare>[\w-]+)){_WITH}",
        "add a resource Project with name, due_date",
        "ajoute une ressource Project avec name, due_date",
    ),
)
