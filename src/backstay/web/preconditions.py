"""If-Match as a dependency: which version a change is meant for."""

from typing import Annotated

from fastapi import Depends, Header

from backstay.data.versions import Match
from backstay.web.exchange import Exchange
from backstay.web.given import given

_ASKED = "The ETag that you read: the change happens only to that version."
_Given = Annotated[str | None, Header(description=_ASKED)]


def _sent(exchange: Exchange) -> str | None:
    return None if exchange.if_match is None else exchange.if_match.decode("latin-1")


@given(lambda exchange, _: Match(_sent(exchange), required=True))
async def required_match(if_match: _Given = None) -> Match:
    """The condition of a resource with `lock: etag`: 428 without, once the row is known."""
    return Match(if_match, required=True)


@given(lambda exchange, _: Match(_sent(exchange)))
async def optional_match(if_match: _Given = None) -> Match:
    """The condition, where the client sends one."""
    return Match(if_match)


IfMatch = Annotated[Match, Depends(required_match)]
MaybeMatch = Annotated[Match, Depends(optional_match)]
