"""Answers: some of each kind from a whole run, beyond the trial that they were given to."""

import re
from collections import defaultdict
from collections.abc import Iterator

from backstay.prove.evidence.exchange import Exchange

MOST = 20
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


class Answers:
    """The first few answers of each method, path and status, ids and queries left aside."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, int], list[Exchange]] = defaultdict(list)

    def see(self, exchange: Exchange) -> None:
        """Keep an exchange, when there are not enough of its kind."""
        path = _ID.sub("{}", exchange.path.partition("?")[0])
        kept = self._kept[exchange.method, path, exchange.status]
        if len(kept) < MOST:
            kept.append(exchange)

    def kept(self) -> Iterator[Exchange]:
        """Every exchange that was kept."""
        for exchanges in self._kept.values():
            yield from exchanges
