"""Transport: httpx2 over a pool whose connections are pinned to checked addresses."""

from collections.abc import AsyncIterator
from typing import Any

import httpcore2
import httpx2

from backstay.resilience.destinations import Destinations, PinnedBackend


class PinnedTransport(httpx2.AsyncBaseTransport):
    """For `httpx2.AsyncClient(transport=...)`; TLS is verified against the name, not the address.

    Args: destinations; connections, the most at a time.
    """

    def __init__(self, destinations: Destinations, connections: int) -> None:
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=httpx2.create_ssl_context(),
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=30.0,
            network_backend=PinnedBackend(destinations),
        )

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request. Raises: UrlNotAllowed and what httpcore2 raises."""
        url = httpcore2.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        sent = httpcore2.Request(
            request.method,
            url,
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        answer = await self._pool.handle_async_request(sent)
        return httpx2.Response(
            answer.status,
            headers=answer.headers,
            stream=_Stream(answer.stream),
            extensions=answer.extensions,
        )

    async def aclose(self) -> None:
        """Close every connection."""
        await self._pool.aclose()


class _Stream(httpx2.AsyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._stream:
            yield part

    async def aclose(self) -> None:
        await self._stream.aclose()
