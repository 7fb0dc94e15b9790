"""The load generator counts what a server really answered, from addresses that change."""

import socket
import threading
from contextlib import suppress

import pytest

from bench.load import addresses, load, whole

REQUEST = b"GET / HTTP/1.1\r\nHost: x\r\nX-Key: %KEY%\r\n\r\n"


class Server:
    """Answers every request with one text, in a thread; notes peers and keys."""

    def __init__(self, status: bytes) -> None:
        self.answer = b"HTTP/1.1 " + status + b"\r\nContent-Length: 2\r\n\r\nok"
        self.peers: set[str] = set()
        self.keys: list[bytes] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while True:
            try:
                client, peer = self._door.accept()
            except OSError:
                return
            self.peers.add(peer[0])
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError):  # the load leaves in the middle of an answer
            while data := client.recv(4096):
                self.keys.append(data.partition(b"X-Key: ")[2].partition(b"\r")[0])
                client.sendall(self.answer)

    def close(self) -> None:
        self._door.close()


@pytest.fixture
def serve():
    servers: list[Server] = []

    def start(status: bytes) -> Server:
        servers.append(Server(status))
        return servers[0]

    yield start
    for server in servers:
        server.close()


def test_answers_are_counted_and_every_key_is_another(serve):
    server = serve(b"200 OK")

    told = load([REQUEST], server.port, 0.2, 3)

    assert told["requests"] > 0
    assert told["refused"] == 0
    assert len(set(server.keys)) == len(server.keys) >= told["requests"]
    assert len(server.peers) >= 3


def test_an_answer_that_is_not_good_is_told(serve):
    told = load([REQUEST], serve(b"429 Too Many Requests").port, 0.1, 1)

    assert told["refused"] == told["requests"] > 0
    assert told["first_refused"].startswith("HTTP/1.1 429")


def test_an_answer_is_whole_when_its_body_is():
    head = b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n"

    assert not whole(head)
    assert not whole(head + b"\r\nbod")
    assert whole(head + b"\r\nbody")


def test_addresses_are_of_this_machine_and_change():
    found = addresses()
    some = [next(found) for _ in range(1000)]

    assert len(set(some)) == len(some)
    assert all(one.startswith("127.") and one != "127.0.0.1" for one in some)
