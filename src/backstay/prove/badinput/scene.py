"""Scene: a subject with somebody signed in and rows to aim at."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from httpx2 import AsyncClient, HTTPError

from backstay.prove.badinput.case import Answer, Attack, Headers
from backstay.prove.badinput.examples import body_of
from backstay.prove.badinput.operation import Document, Operation

_PARAMETER = re.compile(r"\{(\w+)\}")
JSON = (("content-type", "application/json"),)


@dataclass
class Scene:
    """What attacks are made of.

    Attributes:
        client: its base is the subject's address, without a path.
        document: the subject's OpenAPI document.
        token: the access token of somebody who may do everything.
        stranger: the access token of somebody who owns nothing.
        refresh: a refresh token, never to be used up by an attack.
        limit: the subject's greatest body, in bytes.
        secret: the key of its tokens, where the prover chose it; empty when nobody knows.
        rows: ids by path parameter; what is missing is aimed at with ids that nobody has.
        bodies: good bodies by operation, where somebody knows better than the document.
    """

    client: AsyncClient
    document: Document
    token: str = ""
    stranger: str = ""
    refresh: str = ""
    limit: int = 1024 * 1024
    secret: str = ""
    rows: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, Any] = field(default_factory=dict)

    def path(self, operation: Operation, **given: str) -> str:
        """The operation's path, with ids."""
        known = self.rows | given
        return _PARAMETER.sub(lambda m: known.get(m[1]) or str(uuid4()), operation.template)

    def bearer(self, operation: Operation | None = None) -> Headers:
        """The header that says who asks, where the operation wants to know."""
        if operation is not None and not operation.secured:
            return ()
        return (("authorization", f"Bearer {self.token}"),)

    def good(self, operation: Operation) -> dict[str, Any]:
        """A good body; ids in it may be of nothing."""
        known: dict[str, Any] | None = self.bodies.get(operation.id)
        return body_of(self.document, operation.body or {}) if known is None else known

    def sent(
        self, operation: Operation, body: bytes, headers: Headers = JSON, query: str = ""
    ) -> Attack:
        """An attack that is good but for what is given."""
        target = self.path(operation) + (f"?{query}" if query else "")
        return Attack(operation.method, target, (*self.bearer(operation), *headers), body)

    async def answer(self, attack: Attack) -> Answer:
        """Send one attack; status 0 and the reason as a body where nothing came back."""
        request = self.client.build_request(
            attack.method, "/", headers=list(attack.headers), content=attack.body or None
        )
        request.url = self.client.base_url.copy_with(raw_path=attack.target.encode())
        try:
            response = await self.client.send(request)
        except HTTPError as error:
            return Answer(0, {}, type(error).__name__.encode())
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status_code, headers, response.content)

    async def call(
        self, method: str, target: str, body: Any = None, *, token: str = "", **headers: str
    ) -> Answer:
        """Send a plain request, as a well-behaved client would."""
        said = tuple((name.replace("_", "-"), value) for name, value in headers.items())
        who = (("authorization", f"Bearer {token}"),) if token else ()
        content = b"" if body is None else json.dumps(body).encode()
        kind = JSON if content else ()
        return await self.answer(Attack(method, target, (*who, *kind, *said), content))


def data_of(answer: Answer) -> Mapping[str, Any]:
    """The `data` of a good answer."""
    found: Mapping[str, Any] = json.loads(answer.body)["data"]
    return found
