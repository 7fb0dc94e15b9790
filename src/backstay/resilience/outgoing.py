"""Outgoing: calls to other services that cannot hang, pile up, or reach what is inside."""

import asyncio
from collections.abc import Mapping
from typing import Any

import httpcore2
import httpx2
import stamina

from backstay.resilience.breaker import Breaker
from backstay.resilience.budget import RetryBudget
from backstay.resilience.destinations import Destinations
from backstay.resilience.failures import (
    COUNTED,
    LATER,
    LEAST_FAULT,
    AnswerTooLarge,
    DependencyFailed,
    Patience,
    Refused,
)
from backstay.resilience.transport import PinnedTransport

MOST_HOSTS = 100
REPEATABLE = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
_LONGEST_WAIT = 5.0


class Outgoing:
    """An asynchronous client; a breaker per host, one budget of retries for all.

    Args: destinations, where calls may go; patience; breaker, what a new host's is made with;
    connections, the most at a time; transport, for tests.
    """

    def __init__(
        self,
        destinations: Destinations | None = None,
        *,
        patience: Patience | None = None,
        breaker: Mapping[str, Any] | None = None,
        connections: int = 20,
        transport: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        self._destinations = destinations or Destinations()
        self._patience = patience or Patience()
        self._breaker = dict(breaker or {})
        self._budget = RetryBudget()
        self._breakers: dict[str, Breaker] = {}
        self._client = httpx2.AsyncClient(
            transport=transport or PinnedTransport(self._destinations, connections),
            timeout=self._patience.timeout,
            follow_redirects=False,
            headers={"accept-encoding": "identity"},  # what is packed can be a bomb
            trust_env=False,
        )

    async def request(self, method: str, url: str, **options: Any) -> httpx2.Response:
        """The answer, read to its end; redirects are answers like others, and are not followed.

        Repeated only where that is harmless: by method, or under an Idempotency-Key.

        Args: method; url, absolute; options, as httpx2 has them: `json`, `content`, `headers`.
        Raises: UrlNotAllowed; BreakerOpen and DependencyFailed, both 503.
        """
        self._destinations.check(url)
        request = self._client.build_request(method, url, **options)
        harmless = method.upper() in REPEATABLE or "idempotency-key" in request.headers
        attempts = self._patience.attempts if harmless else 1
        self._budget.earn()
        try:
            async with asyncio.timeout(self._patience.deadline):
                return await self._tried(request, attempts)
        except Refused as refusal:
            return refusal.answer
        except (TimeoutError, httpcore2.TimeoutException) as error:
            raise DependencyFailed from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError, httpx2.HTTPError) as error:
            raise DependencyFailed from error

    def breaker_of(self, host: str) -> Breaker:
        """The breaker of a host; the oldest goes when there are many."""
        found = self._breakers.get(host)
        if found is None:
            if len(self._breakers) >= MOST_HOSTS:
                del self._breakers[next(iter(self._breakers))]
            found = self._breakers[host] = Breaker(**self._breaker)
        return found

    async def close(self) -> None:
        """Close every connection."""
        await self._client.aclose()

    async def _tried(self, request: httpx2.Request, attempts: int) -> httpx2.Response:
        breaker, patience = self.breaker_of(request.url.netloc.decode()), self._patience
        left = attempts

        def again(error: Exception) -> bool | float:
            return left > 0 and self._again(error)

        @stamina.retry(
            on=again, attempts=attempts, timeout=patience.deadline, wait_max=_LONGEST_WAIT
        )
        async def tried() -> httpx2.Response:
            nonlocal left
            left -= 1
            with breaker.call(COUNTED):
                return await self._once(request)

        return await tried()

    async def _once(self, request: httpx2.Request) -> httpx2.Response:
        async with asyncio.timeout(self._patience.timeout):
            answer = await self._client.send(request, stream=True)
            try:
                parts, size = [], 0
                async for part in answer.aiter_bytes():
                    size += len(part)
                    if size > self._patience.answer_bytes:
                        raise AnswerTooLarge
                    parts.append(part)
            finally:
                await answer.aclose()
        answer.headers.pop("content-encoding", None)
        whole = httpx2.Response(
            answer.status_code, headers=answer.headers, content=b"".join(parts), request=request
        )
        if whole.status_code in LATER or whole.status_code >= LEAST_FAULT:
            raise Refused(whole)
        return whole

    def _again(self, error: Exception) -> bool | float:
        """Whether to repeat, or after how many seconds; never without budget."""
        if isinstance(error, Refused) and error.answer.status_code not in LATER:
            return False
        if not isinstance(error, COUNTED) or not self._budget.spend():
            return False
        wait = error.wait if isinstance(error, Refused) else None
        return True if wait is None else min(wait, _LONGEST_WAIT)
