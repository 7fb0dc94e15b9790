"""What an operation's answer gets besides its body: ETag, Location, 304; alike on both paths."""

from typing import Any

from backstay.data.entity import Entity
from backstay.data.versions import etag
from backstay.web.exchange import Exchange
from backstay.web.reply import Reply

CREATED, NOT_MODIFIED, OK = 201, 304, 200


def finished(exchange: Exchange, reply: Reply, scope: Any) -> None:
    """Add the headers that the row behind an answer asks for; a known ETag makes it a 304."""
    row = exchange.result
    if not isinstance(row, Entity):
        return
    tag = etag(row).encode()
    reply.headers.append((b"etag", tag))
    if reply.status == CREATED and exchange.caller is not None:  # sign-up has no items below it
        location = f"{scope['path']}/{row.__dict__['id']}"
        reply.headers.append((b"location", location.encode()))
    elif reply.status == OK and scope["method"] == "GET" and known(exchange.if_none_match, tag):
        reply.status, reply.body = NOT_MODIFIED, b""
        reply.headers = [
            header for header in reply.headers if not header[0].startswith(b"content-")
        ]


def known(condition: bytes | None, tag: bytes) -> bool:
    """Whether If-None-Match names the tag; it compares weakly (RFC 9110 section 13.1.2)."""
    if condition is None:
        return False
    given = {one.strip().removeprefix(b"W/") for one in condition.split(b",")}
    return tag in given or b"*" in given
