"""The load leaves when it is due, whatever the service does, and tells what came of each."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from bench import offer
from bench.offer import Offer, quantile

REQUEST = ("item", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
GOOD = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
SHED = b"HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"
SILENT = b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"
CUT = b""


def answering(door: socket.socket, answer: bytes | None) -> None:
    def serve(client: socket.socket) -> None:
        with client, suppress(OSError):
            while (data := client.recv(4096)) and answer != CUT:
                if answer is not None:
                    client.sendall(GOOD if b"/health" in data else answer)

    with suppress(OSError):
        while True:
            threading.Thread(target=serve, args=(door.accept()[0],), daemon=True).start()


@pytest.fixture
def served() -> Iterator[Callable[[bytes | None], int]]:
    doors: list[socket.socket] = []

    def start(answer: bytes | None) -> int:
        doors.append(socket.create_server(("127.0.0.1", 0)))
        threading.Thread(target=answering, args=(doors[-1], answer), daemon=True).start()
        return int(doors[-1].getsockname()[1])

    yield start
    for door in doors:
        door.close()


def offered(port: int, rate: float = 200.0, seconds: float = 0.2) -> Offer:
    one = Offer(port)
    one.run([REQUEST], rate, seconds)
    return one


def test_as_many_leave_as_are_due(served):
    one = offered(served(GOOD))
    assert one.outcomes["item"] == {"200": 40}
    assert one.outcomes["health"].keys() == {"200"}
    assert len(one.times["200"]) == 40
    assert one.told()["p99"]["200"] > 0


@pytest.mark.parametrize(("answer", "silent"), [(SHED, 0), (SILENT, 40)])
def test_refusals_are_counted_and_whether_they_say_when_to_come_again(served, answer, silent):
    one = offered(served(answer))
    assert one.outcomes["item"] == {"503": 40}
    assert one.told()["silent"] == silent


def test_clients_give_up_and_wait_no_longer(served, monkeypatch):
    monkeypatch.setattr(offer, "PATIENCE", 0.1)
    assert offered(served(None)).outcomes["item"] == {"gave up": 40}


def test_what_no_connection_is_left_for_is_counted(served, monkeypatch):
    monkeypatch.setattr(offer, "PATIENCE", 0.3)
    monkeypatch.setattr(offer, "CONNECTIONS", 5)
    found = offered(served(None)).outcomes["item"]
    assert found == {"gave up": found["gave up"], "no connection": 40 - found["gave up"]}
    assert found["gave up"] < 40


def test_a_connection_that_cannot_be_had_is_counted():
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    assert offered(port).outcomes["item"] == {"closed": 40}


def test_a_connection_that_is_cut_is_counted_and_another_is_made(served):
    assert offered(served(CUT)).outcomes["item"] == {"closed": 40}


def test_quantiles_of_nothing_and_of_something():
    assert quantile([], 0.99) == 0
    assert quantile([0.003, 0.001, 0.002], 0.5) == 2
    assert quantile([0.003, 0.001, 0.002], 0.99) == 3
