"""Offer: requests at a rate that does not ask how the service is doing, one epoll loop for all.

`python -m bench.offer FILE PORT RATE SECONDS` prints one JSON line; FILE holds pairs of a kind and
a request. Each request leaves when it is due, on a connection that is free; a client waits one
second and then gives up, as people do. Beside them somebody asks /health twenty times a second.
"""

import json
import random
import select
import sys
from collections import Counter, defaultdict
from itertools import cycle
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.load import Client, addresses, whole

Pairs = list[tuple[str, bytes]]
PATIENCE = 1.0
CONNECTIONS = 900
HEALTH, HEALTH_EVERY = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 0.05
GOOD, SHED = "2", "503"


class Offer:
    """One run.

    Attributes:
        outcomes: how many requests of each kind came to what: a status, `gave up`, `closed`, or
            `no connection` where all were waiting.
        times: seconds until an answer, by its status; silent: 503s that say no Retry-After.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self._poll = select.epoll()
        self._sources = addresses()
        self._clients: dict[int, Client] = {}
        self._idle: list[Client] = []
        self._busy: dict[Client, str] = {}
        self._opened = 0
        self.outcomes: dict[str, Counter[str]] = defaultdict(Counter)
        self.times: dict[str, list[float]] = defaultdict(list)
        self.silent = 0

    def run(self, requests: Pairs, rate: float, seconds: float) -> None:
        """Offer the requests in turn, and wait for the last answers."""
        following, sent = cycle(requests), 0
        began = due = asked = perf_counter()
        end = began + seconds
        while due < end or self._busy:
            now = perf_counter()
            while due <= now and due < end:
                self._send(*next(following))
                sent += 1
                due = began + sent / rate
            if asked <= now < end:
                self._send("health", HEALTH)
                asked += HEALTH_EVERY
            wait = min(due, asked) - perf_counter() if due < end else 0.01
            for descriptor, _ in self._poll.poll(max(wait, 0)):
                self._read(self._clients[descriptor])
            self._give_up(perf_counter() - PATIENCE)
        for client in self._idle:
            client.close()

    def _send(self, kind: str, request: bytes) -> None:
        if not self._idle and self._opened >= CONNECTIONS and kind != "health":
            self.outcomes[kind]["no connection"] += 1
            return
        if not self._idle:
            self._opened += 1
        client = self._idle.pop() if self._idle else Client(self._port, self._poll, self._sources)
        self._busy[client] = kind
        try:
            client.ask(request, self._clients)
        except OSError:
            self._lose(client, "closed")

    def _read(self, client: Client) -> None:
        assert client.socket is not None
        try:
            data = client.socket.recv(262_144)
        except OSError:
            data = b""
        if not data:
            self._lose(client, "closed")
            return
        client.buffer += data
        if not whole(client.buffer):
            return
        status = client.buffer[9:12].decode("latin-1")
        kind = self._busy.pop(client)
        self._idle.append(client)
        self.outcomes[kind][status] += 1
        self.times["health" if kind == "health" else status].append(perf_counter() - client.started)
        head = client.buffer.partition(b"\r\n\r\n")[0].lower()
        self.silent += status == SHED and b"retry-after:" not in head

    def _give_up(self, before: float) -> None:
        # in the order in which they were sent: the first that is young ends the search
        for client in list(self._busy):
            if client.started > before:
                return
            self._lose(client, "gave up")

    def _lose(self, client: Client, why: str) -> None:
        kind = self._busy.pop(client, None)
        if kind is not None:
            self.outcomes[kind][why] += 1
        else:
            self._idle.remove(client)
        if client.socket is not None:
            self._clients.pop(client.socket.fileno(), None)
        client.close()
        self._opened -= 1

    def told(self) -> dict[str, Any]:
        """What came of it, times in milliseconds."""
        return {
            "outcomes": {kind: dict(found) for kind, found in self.outcomes.items()},
            "p50": {status: quantile(times, 0.5) for status, times in self.times.items()},
            "p99": {status: quantile(times, 0.99) for status, times in self.times.items()},
            "silent": self.silent,
        }


def dumped(pairs: Pairs) -> str:
    """Kinds and requests as the text of FILE."""
    return json.dumps([[kind, request.decode("latin-1")] for kind, request in pairs])


def quantile(times: list[float], share: float) -> float:
    """The time that this share stays below, in milliseconds; 0 without any."""
    ordered = sorted(times)
    return 1000 * ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0


if __name__ == "__main__":
    file, at, often, lasts = sys.argv[1:]
    pairs = [(kind, text.encode("latin-1")) for kind, text in json.loads(Path(file).read_text())]
    start = random.randrange(len(pairs))
    offer = Offer(int(at))
    offer.run(pairs[start:] + pairs[:start], float(often), float(lasts))
    print(json.dumps(offer.told()))
