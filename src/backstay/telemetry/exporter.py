"""Exporter: the metrics of one worker over HTTP, for Prometheus."""

from wsgiref.simple_server import WSGIServer

from prometheus_client import CollectorRegistry, start_http_server


def export(registry: CollectorRegistry, host: str, port: int, workers: int) -> WSGIServer:
    """Serve the metrics in a thread: each worker takes the first free port from `port` on.

    Raises: OSError when as many ports as there are workers are taken.
    """
    for one in range(port, port + workers - 1):
        try:
            return start_http_server(one, host, registry)[0]
        except OSError:  # another worker was here first
            continue
    return start_http_server(port + workers - 1, host, registry)[0]
