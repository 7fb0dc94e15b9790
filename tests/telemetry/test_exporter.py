"""Every worker tells its own metrics: the second one on the next port, and nobody fails."""

import socket
from contextlib import suppress
from urllib.request import urlopen

import pytest
from prometheus_client import CollectorRegistry, Counter

from backstay.telemetry.exporter import export

HOST = "127.0.0.1"


@pytest.fixture
def port() -> int:
    """The first of two free ports in a row, below those that systems hand out by themselves."""
    for port in range(21_000, 30_000, 7):
        with socket.socket() as first, socket.socket() as second, suppress(OSError):
            first.bind((HOST, port))
            second.bind((HOST, port + 1))
            return port
    pytest.fail("no two free ports in a row between 21,000 and 30,000")


def told(port: int) -> str:
    with urlopen(f"http://{HOST}:{port}/metrics") as answer:
        return str(answer.read().decode())


def test_each_worker_has_a_port_of_its_own(port):
    servers = []
    for name in ("first", "second"):
        registry = CollectorRegistry()
        Counter(name, "Counts.", registry=registry)
        servers.append(export(registry, HOST, port, workers=2))
    try:
        assert "first_total" in told(port)
        assert "second_total" in told(port + 1)
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


def test_with_no_port_left_it_is_said(port):
    with socket.socket() as other:
        other.bind((HOST, port))
        other.listen()
        with pytest.raises(OSError, match="in use"):
            export(CollectorRegistry(), HOST, port, workers=1)
