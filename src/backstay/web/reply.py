"""Reply: an answer that is complete before the commit and sent only after it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import msgspec
from starlette.responses import Response
from starlette.types import Send

from backstay.errors import BackstayError, Header

JSON: Header = (b"content-type", b"application/json")
_encode = msgspec.json.Encoder().encode
_pack = msgspec.msgpack.Encoder().encode


class Reply(msgspec.Struct):
    """Status, headers and body."""

    status: int
    headers: list[Header]
    body: bytes

    def packed(self) -> bytes:
        """The reply as it is kept with an idempotency key."""
        return _pack(self)

    @classmethod
    def unpacked(cls, raw: bytes) -> "Reply":
        """A kept reply; it says that it is a repetition."""
        reply = _unpack(raw)
        reply.headers.append((b"idempotent-replayed", b"true"))
        return reply

    @classmethod
    def of(cls, response: Response) -> "Reply":
        """The reply behind a Starlette response that is not streamed."""
        return cls(response.status_code, list(response.raw_headers), bytes(response.body))

    def response(self) -> Response:
        """The Starlette response, for stock FastAPI."""
        response = Response(self.body, self.status)
        response.raw_headers[:] = self.headers
        return response


_unpack = msgspec.msgpack.Decoder(Reply).decode


def is_whole(response: Response) -> bool:
    """Whether all of a response is known before it is sent: no stream, no file, nothing after."""
    return hasattr(response, "body") and response.background is None


def json_reply(status: int, body: bytes, headers: Iterable[Header] = ()) -> Reply:
    """A JSON answer."""
    return Reply(status, [JSON, (b"content-length", b"%d" % len(body)), *headers], body)


async def send_reply(reply: Reply, send: Send) -> None:
    """Send it as ASGI messages."""
    await send({"type": "http.response.start", "status": reply.status, "headers": reply.headers})
    await send({"type": "http.response.body", "body": reply.body})


def error_reply(error: BackstayError, request_id: str) -> Reply:
    """The error envelope (C-08); a problem document is made of it where the client wants one."""
    content: dict[str, Any] = {
        "code": error.code,
        "message": str(error),
        "details": error.details,
        "timestamp": datetime.now(UTC),
        "request_id": request_id,
    }
    return json_reply(error.status, _encode({"error": content}), error.headers)
