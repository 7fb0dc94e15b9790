"""One noun in all its spellings becomes another: tasks, Task, TASKS, time_entry, TimeEntry."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from backstay.agent.phrases.vocabulary import singular

_WORDS = re.compile(r"[\s_-]+")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun by its words in the singular, and its plural as the project writes it."""

    one: tuple[str, ...]
    many: tuple[str, ...]

    @classmethod
    def of(cls, segment: str) -> "Noun":
        """The noun of a path's segment: `time-entries`."""
        words = tuple(word.lower() for word in _WORDS.split(segment) if word)
        return cls((*words[:-1], singular(words[-1])), words)

    def spellings(self) -> list[str]:
        """Every way to write it, the plural first, in an order that is the same for each noun."""
        found: list[str] = []
        for words in (self.many, self.one):
            found += [
                "_".join(words),
                "-".join(words),
                " ".join(words),
                "".join(word.capitalize() for word in words),
                "_".join(words).upper(),
                "".join(words),
                " ".join(words).capitalize(),
            ]
        return found


def renamer(source: Noun, target: Noun) -> "Renamer":
    """What rewrites one noun as the other."""
    pairs: dict[str, str] = {}
    for before, after in zip(source.spellings(), target.spellings(), strict=True):
        pairs.setdefault(before, after)
    return Renamer(pairs)


class Renamer:
    """Rewrites a noun wherever it is a word of its own, inside names too."""

    def __init__(self, pairs: Mapping[str, str]) -> None:
        self._pairs = dict(pairs)
        words = "|".join(sorted(map(re.escape, pairs), key=len, reverse=True))
        # `task` is a word in get_task and task_id, not in tasking; `Task` is one in TaskService
        self._pattern = re.compile(
            rf"(?:(?<![A-Za-z])(?=[a-z])|(?=[A-Z])(?<![A-Z]))(?:{words})(?![a-z])"
        )

    def __call__(self, text: str) -> str:
        """The text with the noun rewritten."""
        return self._pattern.sub(lambda found: self._pairs[found.group()], text)

    def names(self, text: str) -> bool:
        """Whether the noun occurs."""
        return bool(self._pattern.search(text))
