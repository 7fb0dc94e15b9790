"""What stands around a request: host, origin, sizes of its parts, ids to be echoed."""

from collections.abc import Iterable

from backstay.prove.badinput.case import Attack, Due, Headers
from backstay.prove.badinput.operation import Operation
from backstay.prove.badinput.probe import Attacks, Probe
from backstay.prove.badinput.scene import Scene

_EVIL = "https://evil.example"
_CORS = ("access-control-allow-origin", "access-control-allow-credentials")


def _with(*kinds: Headers) -> Attacks:
    """A read with more headers."""

    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        for more in kinds if operation.reads else ():
            yield Attack("GET", scene.path(operation), (*scene.bearer(), *more))

    return attacks


def _list(*kinds: Headers) -> Attacks:
    """The same, where the answer is good without any row."""

    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        if operation.lists and "{" not in operation.template:
            yield from _with(*kinds)(scene, operation)

    return attacks


def _preflight(*origins: str) -> Attacks:
    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        for origin in origins:
            asked = (("origin", origin), ("access-control-request-method", operation.method))
            yield Attack("OPTIONS", scene.path(operation), asked)

    return attacks


def _long(scene: Scene, operation: Operation) -> Iterable[Attack]:
    if operation.reads:
        target = f"{scene.path(operation)}?search={'a' * 20_000}"
        yield Attack("GET", target, scene.bearer())


def _host(value: str) -> Headers:
    return (("host", value),)


_MANY: Headers = tuple((f"x-header-{number}", "1") for number in range(500))
_bad_host = Due(400, "host_not_allowed")
_too_large = Due(431, "headers_too_large")

ENVELOPES = (
    Probe(22, "one header of 70 kB", _too_large, _with((("x-padding", "a" * 70_000),))),
    Probe(22, "90 headers", _too_large, _with(_MANY[:90])),
    Probe(22, "500 headers", Due(431, bare=True), _with(_MANY)),
    Probe(23, "URI of 20 kB", Due(414, "uri_too_long"), _long),
    Probe(27, "foreign host", _bad_host, _with(_host("evil.example"))),
    Probe(27, "host with a path", _bad_host,
          _with(_host("localhost/evil"), _host("a@b"), _host("localhost:99999"), _host("a?b"))),
    Probe(30, "request id that does not belong into logs", Due(200, never=("set-cookie",)),
          _list((("x-request-id", "short"),), (("x-request-id", "a" * 5000),),
                (("x-request-id", "<script>alert(1)"),), (("x-request-id", "a b\tc;d=e"),))),
    Probe(35, "preflight of a foreign origin", Due(403, "origin_not_allowed", never=_CORS),
          _preflight(_EVIL, "null", "https://localhost.evil.example")),
    Probe(36, "foreign origin", Due(200, never=_CORS),
          _list(*((("origin", origin),) for origin in (_EVIL, "null", "file://")))),
    Probe(73, "If-None-Match that is none", Due(200),
          _list((("if-none-match", "x" * 3000),), (("if-none-match", '"'),))),
)  # fmt: skip
"""What the guard decides before anything is routed, and what it must not fall for."""
