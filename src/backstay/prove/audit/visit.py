"""Visit: one audited service with its document, who asks, and the ids that are known."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from backstay.prove.audit.caller import Caller
from backstay.prove.audit.identity import NOBODY, Identity
from backstay.prove.audit.places import PARAMETER, Place, key_of, places_in
from backstay.prove.badinput.case import Attack, Headers
from backstay.prove.badinput.examples import value_of
from backstay.prove.badinput.operation import Document, Operation, Schema
from backstay.prove.badinput.scene import JSON, Scene
from backstay.prove.document.answers import Fits
from backstay.prove.document.openapi import OpenApi
from backstay.prove.evidence.exchange import Exchange


class Visit(Scene):
    """What an audit's requests are made of; who asks is added when they are sent.

    Attributes:
        caller: sends. me, other: two identities; None where nobody was named.
        writes: whether anything but reads may be sent.
        ids: what stands in the places of paths, by `key_of`; named: the same by name.
        provoked: attacks by operation that were answered with an error, to be looked at again.
        lists: what each list showed to whom, by operation and name of the identity.
    """

    def __init__(
        self,
        caller: Caller,
        content: Mapping[str, Any],
        me: Identity | None = None,
        other: Identity | None = None,
        *,
        writes: bool = False,
        named: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(caller.http, Document(content))
        self.caller = caller
        self.openapi = OpenApi(content)
        self.fits = Fits(self.openapi)
        self.me, self.other = me, other
        self.writes = writes
        self.named = dict(named or {})
        self.ids: dict[str, str] = {}
        self.provoked: dict[str, list[Attack]] = {}
        self.lists: dict[tuple[str, str], Exchange] = {}
        self._said = {str(one["operationId"]): one for _, _, one in self.openapi.operations()}
        self.all: Sequence[Operation] = self.document.operations()
        self._places = {
            place.at: place
            for one in self.all
            for place in places_in(one.template, self._parameters(one, "path"))
        }
        self.rows = {place.name: "" for place in self._places.values()}

    @property
    def operations(self) -> list[Operation]:
        """The operations that may be sent, in the document's order."""
        return [one for one in self.all if one.reads or self.writes]

    def said(self, operation: Operation) -> Schema:
        """What the document says of an operation."""
        return self._said[operation.id]

    def place(self, at: str) -> Place:
        """The place of a path's last parameter."""
        return self._places.get(at, Place(at, "", {}))

    def known(self, at: str) -> str:
        """The id that stands at a place; empty where none is known."""
        return self.ids.get(key_of(at)) or self.named.get(self.place(at).name, "")

    def lacking(self, operation: Operation) -> list[str]:
        """The parameters of its path for which no id is known."""
        ends = [found.end() for found in PARAMETER.finditer(operation.template)]
        places = [operation.template[:end] for end in ends]
        return [self.place(at).name for at in places if not self.known(at)]

    def path(self, operation: Operation, **given: str) -> str:
        """The path with ids, those of nobody where none is known or an empty one is given.

        What deletes aims at nobody's row, unless an id is given: the others still need the known.
        """
        template = operation.template
        spared = template if operation.method == "DELETE" else ""

        def filled(found: Any) -> str:
            at = template[: found.end()]
            known = "" if at == spared else self.known(at)
            value = given.get(found[1], known) or self.place(at).nobodys()
            return quote(value, safe="")

        return PARAMETER.sub(filled, template)

    def bearer(self, operation: Operation | None = None) -> Headers:
        """Nothing: attacks hold no secrets."""
        del operation
        return ()

    def good(self, operation: Operation) -> dict[str, Any]:
        """A good body, with the document's own examples where it gives some."""
        schema = operation.body or {}
        made = super().good(operation)
        for name in made:
            said = self.document.resolved(schema.get("properties", {}).get(name, {}))
            if "example" in said and said.get("format") not in ("email", "uuid"):
                made[name] = said["example"]
        return made

    def plain(self, operation: Operation, **more: str) -> Attack:
        """What a good client would send; `more` goes into the query."""
        query = {**self._needed(operation), **more}
        target = self.path(operation) + (f"?{urlencode(query)}" if query else "")
        if operation.body is None:
            return Attack(operation.method, target)
        return Attack(operation.method, target, JSON, json.dumps(self.good(operation)).encode())

    async def ask(self, attack: Attack, who: Identity | None = None) -> Exchange:
        """The answer to one attack, as the first identity unless another is named."""
        return await self.caller.ask(attack, who or self.me or NOBODY)

    def _needed(self, operation: Operation) -> dict[str, str]:
        schemas = self._parameters(operation, "query", needed=True)
        return {name: str(value_of(self.document, name, one)) for name, one in schemas.items()}

    def _parameters(
        self, operation: Operation, where: str, *, needed: bool = False
    ) -> dict[str, Schema]:
        given = self._said[operation.id].get("parameters", ())
        return {
            one["name"]: self.document.resolved(one["schema"])
            for one in given
            if one["in"] == where and (one.get("required") or not needed)
        }
