"""Uniques: what no two rows of a resource may share, kept while rows are made."""

from typing import Any

from backstay.blueprint.contract import Resource
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.samples.mending import is_true


class Uniques:
    """The keys of all rows so far, by unique field and rule; null never collides."""

    def __init__(self, resource: Resource) -> None:
        single = [((field.name,), None) for field in resource.fields if field.unique]
        rules = [
            (rule.unique, None if rule.when is None else bind(rule.when, resource))
            for rule in resource.rules
            if rule.unique
        ]
        self._kinds = [*single, *rules]
        self._seen: list[set[tuple[Any, ...]]] = [set() for _ in self._kinds]

    def take(self, row: dict[str, Any]) -> bool:
        """Whether the row collides with none so far; then it counts from now on."""
        keys = [self._key(names, when, row) for names, when in self._kinds]
        if any(key in seen for key, seen in zip(keys, self._seen, strict=True) if key):
            return False
        for key, seen in zip(keys, self._seen, strict=True):
            if key:
                seen.add(key)
        return True

    def move(self, before: dict[str, Any], after: dict[str, Any]) -> bool:
        """As `take`, for a row that is there and changes: what it keeps collides with nothing."""
        new = []
        for (names, when), seen in zip(self._kinds, self._seen, strict=True):
            key = self._key(names, when, after)
            if key and key != self._key(names, when, before):
                if key in seen:
                    return False
                new.append((seen, key))
        for seen, key in new:
            seen.add(key)
        return True

    def _key(self, names: tuple[str, ...], when: Any, row: dict[str, Any]) -> tuple[Any, ...]:
        if when is not None and not is_true(when, row):
            return ()
        key = tuple(row[name] for name in names)
        return () if None in key else key
