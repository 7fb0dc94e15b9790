"""Gate: who is let in at all: envelope, origin, encryption, load, rates, size, in this order."""

from dataclasses import dataclass
from urllib.parse import quote

from starlette.types import Scope

from backstay.auth.tokens import Tokens
from backstay.errors import BodyTooLarge, HttpsRequired, TooManyRequests
from backstay.web.addresses import Addresses
from backstay.web.envelope import OPERATORS, Envelope
from backstay.web.exchange import Exchange
from backstay.web.load import Load
from backstay.web.origins import Origins
from backstay.web.rates import Rates
from backstay.web.reply import Reply


@dataclass(frozen=True, slots=True)
class Gate:
    """Everything that is decided before a request is routed.

    `https` is whether plain http is refused; `body_limit` is in bytes.
    """

    tokens: Tokens
    envelope: Envelope
    addresses: Addresses
    origins: Origins
    load: Load
    rates: Rates
    https: bool
    body_limit: int

    async def admit(self, scope: Scope, exchange: Exchange) -> Reply | None:
        """Nothing, where the request may go on; a reply that needs no application.

        Raises: BackstayError for what is refused.
        """
        self.envelope.check(scope, exchange)
        client = scope["client"]
        peer = client[0] if client else ""
        exchange.address = self.addresses.of(peer, exchange.forwarded_for)
        exchange.network = self.addresses.network(exchange.address)
        if self.https and (reply := self._encrypted(scope, exchange, peer)) is not None:
            return reply
        if exchange.asked_method is not None and scope["method"] == "OPTIONS":
            return self.origins.preflight(exchange)
        self.load.check(scope)
        caller = exchange.caller = self.tokens.remembered(exchange.authorization)
        if scope["path"] not in OPERATORS:
            left = await self.rates.take(caller, exchange)
            if not left.allowed:
                raise TooManyRequests(left.wait)
        length = exchange.content_length
        if length is not None and not (length.isdigit() and int(length) <= self.body_limit):
            raise BodyTooLarge
        return None

    def _encrypted(self, scope: Scope, exchange: Exchange, peer: str) -> Reply | None:
        """A redirect for what may safely be asked again. Raises: HttpsRequired."""
        scheme = scope.get("scheme", "http")
        if exchange.forwarded_proto is not None and self.addresses.believes(peer):
            scheme = exchange.forwarded_proto.decode("latin-1").strip().lower()
        if scheme == "https" or scope["path"] in OPERATORS:
            return None
        if scope["method"] not in {"GET", "HEAD"} or exchange.authorization or not exchange.host:
            raise HttpsRequired
        query = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
        host = exchange.host.decode("latin-1").partition(":")[0]
        where = f"https://{host}{quote(scope['path'])}{query}"
        return Reply(308, [(b"location", where.encode("latin-1")), (b"content-length", b"0")], b"")
