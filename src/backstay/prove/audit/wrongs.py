"""Which attacks of the tables of bad input fit a service of which only its document is known."""

from collections.abc import Iterable, Iterator
from itertools import islice

from backstay.prove.badinput.case import Attack, Due
from backstay.prove.badinput.operation import Operation
from backstay.prove.badinput.probe import Attacks, Probe
from backstay.prove.badinput.scene import Scene
from backstay.prove.badinput.tables.bodies import BODIES
from backstay.prove.badinput.tables.media import MEDIA
from backstay.prove.badinput.tables.paths import PATHS
from backstay.prove.badinput.tables.queries import QUERIES
from backstay.prove.badinput.tables.values import VALUES

EACH, MOST = 3, 120
"""Attacks of one kind on one operation, and of all kinds together."""
OVERRIDE, OVERSIZED = 32, 19
"""Rows that an audit leaves out: a read that may delete, and a body that closes connections."""
_ANY = Due(0)


def _typed(kinds: tuple[str, ...], *values: str) -> Attacks:
    """Each value for each parameter of the query that is of one of these types."""

    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        for name, schema in operation.query.items():
            if scene.document.resolved(schema).get("type") in kinds:
                for value in values:
                    yield scene.sent(operation, b"", (), f"{name}={value}")

    return attacks


_NUMBERS = ("integer", "number")

WRONG_TYPES = (
    Probe(8, "text for a number", _ANY, _typed(_NUMBERS, "abc", "", "%00", "1.5.1")),
    Probe(7, "a huge number", _ANY, _typed(_NUMBERS, "9" * 20, "-" + "9" * 20, "9" * 400)),
    Probe(10, "a number that is not finite", _ANY, _typed(_NUMBERS, "NaN", "1e999", "-Infinity")),
    Probe(8, "neither true nor false", _ANY, _typed(("boolean",), "maybe", "2", "%00")),
    Probe(8, "text for a list or an object", _ANY, _typed(("array", "object"), "%00", "[[[[")),
)  # fmt: skip
"""Parameters of a foreign service may be called anything; their types are what is known."""

PROBES = tuple(
    probe
    for probe in (*WRONG_TYPES, *QUERIES, *PATHS, *BODIES, *MEDIA, *VALUES)
    if probe.row not in (OVERRIDE, OVERSIZED)
)


def wrongs(scene: Scene, operation: Operation) -> Iterator[tuple[str, Attack]]:
    """What to send to an operation, each with what it is: some of every kind."""
    every = (
        (probe.name, attack)
        for probe in PROBES
        for attack in islice(probe.attacks(scene, operation), EACH)
    )
    return islice(every, MOST)
