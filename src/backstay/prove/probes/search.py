"""search: each word must occur in one of the fields; A-Z fold, `%` and `_` are plain."""

from collections.abc import Iterator
from contextlib import suppress
from secrets import token_hex
from typing import Any

from backstay.blueprint.bounds import bounds
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.prove.attempt import Attempt
from backstay.prove.subject.database import RefusedError
from backstay.prove.trial import Trial
from backstay.prove.world.clones import clone
from backstay.prove.world.lists import Stand, stand

WORDS = ("a%b", "a_b", "aXb", "a\\b", "Zoe", "zoe", "élan", "Élan", "'quote", "two words")
ASKED = ("a%b", "a_b", "%", "_", "\\", "ZOE", "zoe", "é", "É", "'", "words two", "nothing-there")
LONGEST = max(map(len, WORDS))
MOST = 100
UNFIT = 422


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each searched field."""
    for resource in blueprint.resources:
        for field in resource.fields:
            if field.search:
                yield Trial(
                    "search",
                    f"resources.{resource.name}.fields.{field.name}",
                    field.at,
                    f"?search= finds {resource.plural} by {field.name}",
                    _Search(resource, field).run,
                )


class _Search:
    def __init__(self, resource: Resource, field: Field) -> None:
        self.resource = resource
        self.field = field
        self.searched = [one for one in resource.fields if one.search]

    async def run(self, attempt: Attempt) -> None:
        found = await stand(attempt.world, self.resource, 0)
        high = bounds(self.field)[1]
        mark = token_hex(3)
        roomy = high > len(mark) + LONGEST
        begin = f"{mark} " if roomy else ""
        planted = await self._planted(found, [f"{begin}{word}" for word in WORDS])
        whole = await found.walk()
        attempt.controlled(planted, f"no {self.resource.name} takes any of {WORDS}")
        attempt.controlled(planted <= set(whole.ids), f"the rows are not listed: {whole.last}")
        for asked in (*(f"{begin}{word}" for word in ASKED), *ASKED[5:8]):
            await self._same(attempt, found, whole.rows, asked)
        for wrong in ("", "x" * (MOST + 1)):
            operation = attempt.world.operation(self.resource, "list")
            assert operation is not None, "the list was just read"
            answer = await attempt.world.send(
                found.who, operation, found.parameters, query=f"search={wrong}"
            )
            attempt.expect(answer, UNFIT, why=f"a search of {len(wrong)} characters")

    async def _planted(self, found: Stand, texts: list[str]) -> set[str]:
        """The ids of new rows with these texts, as far as they fit and collide with none."""
        low, high = bounds(self.field)
        fitting = dict.fromkeys(text[:high].strip().ljust(low, "x") for text in texts)
        planted = set()
        for text in fitting:
            with suppress(RefusedError):  # by a rule, or because it stands there already
                row = await clone(found.world, found.base, None, **{self.field.wire: text})
                planted.add(row.id)
        return planted

    async def _same(self, attempt: Attempt, found: Stand, rows: list[Any], asked: str) -> None:
        seen = await found.walk(search=asked)
        wanted = [str(row["id"]) for row in rows if self._matches(row, asked)]
        why = f"?search={asked} shows {len(seen.ids)} rows where the model has {len(wanted)}"
        attempt.require(seen.ids == wanted, why, seen.last)

    def _matches(self, row: Any, asked: str) -> bool:
        texts = [folded(str(row[one.wire] or "")) for one in self.searched]
        return all(any(word in text for text in texts) for word in folded(asked).split())


def folded(text: str) -> str:
    """Upper case of A-Z as lower case, and nothing else."""
    return "".join(chr(ord(one) + 32) if "A" <= one <= "Z" else one for one in text)
