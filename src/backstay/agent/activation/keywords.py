"""Finds the keywords of a definition among the words of a task (R-206, R-207, C-42)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backstay.agent.activation.task import Said
from backstay.agent.activation.words import Words, term

# written in capitals these mean a technique, otherwise everyday life
_CAPITALS_ONLY = frozenset({"rest"})
_NEIGHBOURS = frozenset({"api", "interface", "endpoint", "service", "backend"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A keyword that the task says; `place` is its first word's, `ruled_out` if all of them are."""

    keyword: str
    words: Words
    place: int
    ruled_out: bool


def find_keywords(keywords: Iterable[str], task: tuple[Said, ...]) -> Iterator[Hit]:
    """One hit per keyword that is said, longer ones first; a word counts for one keyword only."""
    used: set[int] = set()
    wanted = sorted(dict.fromkeys((term(one), one) for one in keywords), key=_length)
    for words, keyword in wanted:
        places = [place for place in _places(words, task) if place not in used]
        if not places:
            continue
        for place in places:
            used.update(range(place, place + len(words)))
        open_places = [place for place in places if not task[place].ruled_out]
        yield Hit(keyword, words, (open_places or places)[0], ruled_out=not open_places)


def _length(wanted: tuple[Words, str]) -> tuple[int, str]:
    return -len(wanted[0]), wanted[1]


def _places(words: Words, task: tuple[Said, ...]) -> Iterator[int]:
    if not words:
        return
    for place in range(len(task) - len(words) + 1):
        part = task[place : place + len(words)]
        if tuple(one.word for one in part) == words and _is_meant(words, task, place):
            yield place


def _is_meant(words: Words, task: tuple[Said, ...], place: int) -> bool:
    if len(words) > 1 or words[0] not in _CAPITALS_ONLY or task[place].capital:
        return True
    around = task[max(place - 1, 0) : place + 2]
    return any(one.word in _NEIGHBOURS for one in around)
