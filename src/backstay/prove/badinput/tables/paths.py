"""Paths: ids that are none, traversal, methods that are not there."""

from collections.abc import Iterable
from dataclasses import replace

from backstay.prove.badinput.case import Attack, Due
from backstay.prove.badinput.operation import Operation
from backstay.prove.badinput.probe import Attacks, Probe
from backstay.prove.badinput.scene import Scene

_IDS = ("0", "abc", "%00", "%2e%2e%2e", "%27%20OR%201=1--", "null", "9" * 40)


def _bad_ids(scene: Scene, operation: Operation) -> Iterable[Attack]:
    """The last id of the path spoiled; where a body is due, a good one goes along."""
    start, brace, rest = operation.template.rpartition("{")
    if not brace or operation.body is not None:
        return
    for bad in _IDS:
        target = scene.path(_at(operation, start)) + bad + rest.partition("}")[2]
        yield Attack(operation.method, target, scene.bearer())


def _nobody(scene: Scene, operation: Operation) -> Iterable[Attack]:
    """An id that nobody has."""
    if operation.reads and operation.template.endswith("}"):
        lacking = dict.fromkeys(scene.rows, "")
        yield Attack(operation.method, scene.path(operation, **lacking), scene.bearer())


def _at(operation: Operation, template: str) -> Operation:
    """The operation on another path."""
    return replace(operation, template=template)


def _beside(*endings: str) -> Attacks:
    """Next to the path."""

    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        if operation.reads:
            for ending in endings:
                target = ending.format(path=scene.path(operation))
                yield Attack(operation.method, target, scene.bearer())

    return attacks


def _method(method: str) -> Attacks:
    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        yield Attack(method, scene.path(operation), scene.bearer())

    return attacks


def _override(scene: Scene, operation: Operation) -> Iterable[Attack]:
    """A list read with the word that it should be deleted: it stays a read."""
    if operation.lists and "{" not in operation.template:
        for name in ("x-http-method-override", "x-method-override", "x-http-method"):
            headers = (*scene.bearer(), (name, "DELETE"))
            yield Attack("GET", scene.path(operation), headers)


def _head(scene: Scene, operation: Operation) -> Iterable[Attack]:
    if operation.lists and "{" not in operation.template:
        yield Attack("HEAD", scene.path(operation), scene.bearer())


_nothing = Due(404, "not_found")
_refused = Due(405, "method_not_allowed", ("allow",))

PATHS = (
    Probe(41, "an id that is none", Due(422, "id_invalid"), _bad_ids),
    Probe(68, "an id that nobody has", Due(404), _nobody),
    Probe(31, "path traversal", _nothing,
          _beside("{path}/..%2f..%2fetc%2fpasswd", "/..%2f..%2fetc%2fpasswd",
                  "/static/..%5c..%5cetc%5cpasswd")),
    Probe(28, "a slash too many", _nothing, _beside("{path}/", "/{path}", "{path}//")),
    Probe(32, "method override", Due(200), _override),
    Probe(33, "TRACE", _refused, _method("TRACE")),
    Probe(33, "an invented method", _refused, _method("FROBNICATE")),
    Probe(34, "HEAD on a list", Due(200), _head),
)  # fmt: skip
"""What is decided by method and path alone."""
