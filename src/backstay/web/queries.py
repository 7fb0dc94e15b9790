"""Query strings: each parameter at most once, and none where none is taken."""

from functools import lru_cache
from urllib.parse import parse_qsl

from backstay.errors import Detail, Unprocessable

MOST = 500
"""So many different query strings are parsed only once."""


def read_query(raw: bytes) -> dict[str, str]:
    """The parameters of a query string. Raises: Unprocessable `duplicate_key`."""
    return _parsed(raw).copy()


@lru_cache(MOST)
def _parsed(raw: bytes) -> dict[str, str]:
    pairs = parse_qsl(raw.decode("latin-1"), keep_blank_values=True)
    found = dict(pairs)
    if len(found) < len(pairs):
        detail = Detail("", "duplicate_key", "Each parameter may stand once.")
        raise Unprocessable(code="duplicate_key", details=[detail])
    return found


def refuse_unknown_query(raw: bytes) -> None:
    """An operation that takes no parameters refuses every one. Raises: Unprocessable."""
    if not raw:
        return
    name = raw.partition(b"&")[0].partition(b"=")[0].decode("latin-1")[:40]
    detail = Detail(name, "unknown_field", "There is no such parameter.")
    raise Unprocessable(code="unknown_field", details=[detail])
