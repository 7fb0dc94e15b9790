"""A task as it is typed: its words, and the paths and operations that it mentions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from backstay.agent.activation.negation import ruled_out
from backstay.agent.activation.words import spell, term, usual

MOST_LETTERS = 20_000  # of a task's text that are looked at

_URL = re.compile(r"\b[a-z]+://\S+", re.IGNORECASE)
_OPERATION = re.compile(r"\b(?:GET|POST|PUT|PATCH|DELETE)\s+/[\w/{}:.-]*")
_PATH = re.compile(
    r"(?<![\w/@.-])(?:\./)?("
    r"(?:[\w.@-]+/)+(?:[\w.-]*\.\w+|)"  # src/app.py, services/
    r"|[\w-]+\.(?:py|ts|tsx|js|jsx|sql|go|java|rs|rb|css|md|ya?ml|toml|json)"
    r")(?![\w/])"
)
_CODE = re.compile(r"`([^`\n]{1,100})`")
_IDENTIFIER = re.compile(r"\b\w+(?:_\w+)+\b|\b\w+(?:\.\w+)+\b")
_CAPITALS = re.compile(r"\b[A-Z]{2,}s?\b")
_CLAUSE = re.compile(r"[.,;:!?()\n]+|\b(?:but|mais)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Task:
    """What somebody wants, and which files it is about: changed, selected, or named in the text."""

    text: str
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """One word of a task: written in capitals, or ruled out by the task, as in "not the API".

    An empty word ends a clause.
    """

    word: str
    capital: bool = False
    ruled_out: bool = False


def mentioned_paths(task: Task) -> tuple[str, ...]:
    """The given paths and those in the text, relative and with `/`, each once."""
    text = _URL.sub(" ", _OPERATION.sub(" ", task.text[:MOST_LETTERS]))
    found = (match.group(1) for match in _PATH.finditer(text))
    paths = (path.replace("\\", "/").removeprefix("./") for path in (*task.paths, *found))
    return tuple(dict.fromkeys(path for path in paths if path and not path.startswith("/")))


def said(task: Task) -> tuple[Said, ...]:
    """The words of a task in order, under their usual terms; code, paths and URLs are no words.

    A single term in code marks is one, as `FastAPI`. An operation as `POST /orders` says
    "endpoint".
    """
    text = _OPERATION.sub(" endpoint ", task.text[:MOST_LETTERS])
    text = _CODE.sub(lambda match: match.group(1) if match.group(1).isalnum() else " ", text)
    for pattern in (_URL, _PATH, _IDENTIFIER):
        text = pattern.sub(" ", text)
    return tuple(one for clause in _CLAUSE.split(text) for one in _clause(clause))


def _clause(clause: str) -> Iterator[Said]:
    words = spell(clause)
    capitals = {word for one in _CAPITALS.findall(clause) for word in term(one)}
    out = ruled_out(words)
    for word, place in usual(words):
        yield Said(word, word in capitals, place in out)
    yield Said("")
