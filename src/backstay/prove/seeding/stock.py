"""Stock: the rows that were seeded, by resource, as the database has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from backstay.blueprint.contract import Blueprint, Resource
from backstay.prove.seeding.uniques import Uniques

Stored = Mapping[str, Any]


@dataclass(slots=True)
class Stock:
    """Rows by resource; keys are columns, values as Python has them.

    `uniques` knows what no further row may share with them.
    """

    rows: dict[str, list[Stored]] = field(default_factory=dict)
    uniques: dict[str, Uniques] = field(default_factory=dict)
    _places: dict[str, dict[UUID, int]] = field(default_factory=dict)
    _referred: dict[str, set[UUID]] = field(default_factory=dict)

    def of(self, name: str) -> Sequence[Stored]:
        """The rows of a resource; none where none were made."""
        return self.rows.get(name, ())

    def find(self, name: str, row_id: UUID) -> Stored:
        """One row by its id."""
        return self.rows[name][self.places(name)[row_id]]

    def places(self, name: str) -> Mapping[UUID, int]:
        """The ids of a resource's rows, and which of them came when."""
        known = self._places.setdefault(name, {})
        if len(known) != len(self.of(name)):
            known.update((row["id"], place) for place, row in enumerate(self.of(name)))
        return known

    def referred_to(self, blueprint: Blueprint, resource: Resource) -> set[UUID]:
        """The ids of a resource's rows that some row refers to."""
        if resource.name not in self._referred:
            self._referred[resource.name] = {
                row[field.wire]
                for other in blueprint.resources
                for field in other.fields
                if field.target == resource.name
                for row in self.of(other.name)
            }
        return self._referred[resource.name]

    def owner(self, blueprint: Blueprint, resource: Resource, row: Stored) -> UUID | None:
        """The account that a row belongs to, by the first reference that holds one."""
        if resource.login:
            return UUID(str(row["id"]))
        found = (row[one.wire] for one in resource.fields if one.target == blueprint.login.name)
        return next((one for one in found if one is not None), None)


def values_in(resource: Resource, row: Stored) -> dict[str, Any]:
    """A stored row's values by their names in the contract."""
    return {one.name: row[one.wire] for one in resource.fields if one.wire in row}
