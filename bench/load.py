"""Load: one epoll loop that keeps connections busy, each from a loopback address of its own.

`python -m bench.load FILE PORT SECONDS CONNECTIONS` prints one JSON line. It is a process of its
own, on the core of the database; a request costs it about 20 microseconds. Addresses change after
a few requests, so that limits per address stay on while they are not what is measured.
"""

import json
import pickle
import random
import select
import socket
import sys
from itertools import count, cycle
from pathlib import Path
from time import perf_counter
from typing import Any

PER_ADDRESS = 200


class Client:
    """One connection after another, with at most one request on its way."""

    def __init__(self, port: int, poll: select.epoll, addresses: Any) -> None:
        self._port = port
        self._poll = poll
        self._addresses = addresses
        self._left = 0
        self.socket: socket.socket | None = None
        self.buffer = b""
        self.started = 0.0

    def ask(self, request: bytes, clients: dict[int, "Client"]) -> None:
        if not self._left:
            self._connect(clients)
        self._left -= 1
        self.buffer = b""
        self.started = perf_counter()
        assert self.socket is not None
        self.socket.send(request)

    def close(self) -> None:
        if self.socket is not None:
            self.socket.close()

    def _connect(self, clients: dict[int, "Client"]) -> None:
        if self.socket is not None:
            del clients[self.socket.fileno()]
            self.close()
        fresh = socket.socket()
        fresh.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            fresh.bind((next(self._addresses), 0))
            fresh.connect(("127.0.0.1", self._port))
        except OSError:
            fresh.close()
            raise
        self._poll.register(fresh, select.EPOLLIN)
        clients[fresh.fileno()] = self
        self.socket, self._left = fresh, PER_ADDRESS


def addresses() -> Any:
    """127.0.0.2 and up, from a random one on."""
    number = random.randrange(2, 2**22)
    while True:
        number = number + 1 if number < 2**22 else 2
        yield f"127.{number >> 16}.{number >> 8 & 255}.{number & 255}"


def whole(data: bytes) -> bool:
    """Whether an answer is complete; each one says its length."""
    head, found, body = data.partition(b"\r\n\r\n")
    if not found:
        return False
    length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
    return len(body) >= int(length or 0)


def load(requests: list[bytes], port: int, seconds: float, connections: int) -> dict[str, Any]:
    """Ask for so long; gives counts, and the times of answers in milliseconds."""
    poll = select.epoll()
    sources, following, number = addresses(), cycle(requests), count(random.getrandbits(48))
    clients: dict[int, Client] = {}
    times: list[float] = []
    refused: list[str] = []
    began = perf_counter()
    until = began + seconds

    def ask(client: Client) -> None:
        request = next(following)
        if b"%KEY%" in request:
            request = request.replace(b"%KEY%", b"bench-%d" % next(number))
        client.ask(request, clients)

    for _ in range(connections):
        ask(Client(port, poll, sources))
    while (now := perf_counter()) < until:
        for descriptor, _ in poll.poll(1.0):
            client = clients[descriptor]
            assert client.socket is not None
            data = client.socket.recv(262_144)
            client.buffer = client.buffer + data if client.buffer else data
            if not data:
                raise SystemExit(f"the server closed a connection after {len(times)} answers")
            if whole(client.buffer):
                now = perf_counter()
                times.append(now - client.started)
                if client.buffer[9:10] != b"2":
                    refused.append(client.buffer[:600].decode("latin-1"))
                ask(client)
    for client in clients.values():
        client.close()
    times.sort()
    many = max(len(times), 1)
    return {
        "requests": len(times),
        "seconds": now - began,
        "p50": times[many // 2] * 1000 if times else 0,
        "p99": times[many * 99 // 100] * 1000 if times else 0,
        "refused": len(refused),
        "first_refused": refused[0] if refused else "",
    }


if __name__ == "__main__":
    file, at, lasts, many = sys.argv[1:]
    asked = pickle.loads(Path(file).read_bytes())
    start = random.randrange(len(asked))
    print(json.dumps(load(asked[start:] + asked[:start], int(at), float(lasts), int(many))))
