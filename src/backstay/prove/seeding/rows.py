"""Rows: as many of one resource as are asked for, with references into what is there."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.operations import operations
from backstay.prove.seeding.stock import Stock, Stored
from backstay.prove.seeding.templates import Templates
from backstay.prove.seeding.uniques import Uniques
from backstay.prove.seeding.values import moment, uuid7

MOST_MISSES = 500
OF_THE_PARENT, READY, NAMED = 0.9, 0.3, 0.5
"""How many children belong to their parent's owner; how many rows an action may be taken on; how
many references name something where rules or circles speak for nothing."""
ADMINS, MOST_ADMINS = 0.1, 0.5
"""The share of accounts that are admins, at least and at most."""
SPARED = 4
"""Of so many accounts the later half owns nothing that an action may be taken on: where each may
have one such row only, there are people left who can create theirs."""


class RowMaker:
    """Makes rows of one resource; `password_hash` is what accounts sign in by."""

    def __init__(
        self,
        blueprint: Blueprint,
        resource: Resource,
        stock: Stock,
        chance: Random,
        password_hash: str,
    ) -> None:
        self._blueprint = blueprint
        self._resource = resource
        self._stock = stock
        self._chance = chance
        self._password_hash = password_hash
        self._templates = Templates(blueprint, resource)
        self._uniques = stock.uniques.setdefault(resource.name, Uniques(resource))
        self._admin_every = round(1 / _admins(blueprint))
        self._references = [one for one in resource.fields if one.kind == "ref"]

    def rows(self, amount: int) -> list[Stored]:
        """That many rows; fewer where uniqueness leaves no room for more."""
        made: list[Stored] = []
        misses = 0
        while len(made) < amount and misses < MOST_MISSES:
            values = self._one(made, free=misses > 0)
            if self._templates.hold(values) and self._uniques.take(values):
                made.append(self._stored(values))
                misses = 0
            else:
                misses += 1
        return made

    def _one(self, made: Sequence[Stored], *, free: bool) -> dict[str, Any]:
        templates, number = self._templates, len(made) + 1
        ready = templates.all[1:]
        chosen = templates.free
        if ready and not free and self._chance.random() < READY:
            chosen = self._chance.choice(ready)
        parent, named = self._parent(), {}
        for field in self._references:
            if self._names_something(field, chosen):
                rows = made if field.target == self._resource.name else None
                named[field.name] = self._referred(field, parent, rows, anybody=free)
        if chosen is not templates.free and self._is_spared(named):
            chosen = templates.free
        values = templates.varied(chosen, number, self._chance) | named
        return values | (self._account(len(made)) if self._resource.login else {})

    def _names_something(self, field: Field, chosen: dict[str, Any]) -> bool:
        """What makes rows ready for an action stays null; else some of what may be is."""
        templates = self._templates
        if field.name not in templates.decisive or chosen[field.name] is not None:
            return True
        return chosen is templates.free and self._chance.random() < NAMED

    def _is_spared(self, values: dict[str, Any]) -> bool:
        login = self._blueprint.login.name
        places = self._stock.places(login)
        owners = (values.get(one.name) for one in self._references if one.target == login)
        found = [places[owner] for owner in owners if owner is not None]
        return any(place % SPARED >= SPARED // 2 for place in found)

    def _parent(self) -> Stored | None:
        if not self._resource.under:
            return None
        return self._chance.choice(self._stock.of(self._resource.under))

    def _referred(
        self, field: Field, parent: Stored | None, own: Sequence[Stored] | None, *, anybody: bool
    ) -> UUID | None:
        """What a reference refers to; `own` are the rows before, where it is to one of those."""
        if field.name == self._resource.parent_field and parent is not None:
            return UUID(str(parent["id"]))
        if own is not None and self._chance.random() >= NAMED:
            return None
        rows: Sequence[Stored] = self._stock.of(field.target) if own is None else own
        if field.target == self._blueprint.login.name and parent is not None and not anybody:
            above = self._blueprint.resource(self._resource.under)
            owner = self._stock.owner(self._blueprint, above, parent)
            if owner is not None and self._chance.random() < OF_THE_PARENT:
                return owner
        return UUID(str(self._chance.choice(rows)["id"])) if rows else None

    def _stored(self, values: dict[str, Any]) -> Stored:
        at = moment(self._chance)
        row: dict[str, Any] = {
            "id": uuid7(at, self._chance) if self._blueprint.id_kind == "uuid7" else uuid4(),
            "row_version": 1,
        }
        if self._blueprint.timestamps:
            row |= {"created_at": at, "updated_at": at + timedelta(seconds=1)}
        row |= {
            field.wire: values[field.name]
            for field in self._resource.fields
            if field.computed is None
        }
        return row | {"password_hash": self._password_hash} if self._resource.login else row

    def _account(self, place: int) -> dict[str, Any]:
        others = [role for role in self._blueprint.roles if role != "admin"]
        role = others[place % len(others)] if place % self._admin_every else "admin"
        return {"role": role, "is_active": True}


def _admins(blueprint: Blueprint) -> float:
    """The share of accounts that are admins: as much as they alone have to do."""
    every = [one for one in operations(blueprint) if one.resource]
    alone = [one for one in every if one.roles == ("admin",)]
    return min(MOST_ADMINS, max(ADMINS, len(alone) / len(every)))
