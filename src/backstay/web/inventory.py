"""Inventory: what `backstay routes` shows, told by the project itself: `-m backstay.web.inventory`.

The one argument is `package.module:factory`; the answer is a JSON list on standard output.
"""

import json
import sys
from dataclasses import asdict, dataclass
from importlib import import_module

from fastapi import FastAPI

from backstay.web.routes import routes_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One method on one path; `why_not` is empty where it is compiled."""

    method: str
    path: str
    why_not: str


def inventory(service: FastAPI) -> list[Entry]:
    """Every route but HEAD, which is answered as GET; in the order in which they are tried."""
    return [
        Entry(found.method, found.template, found.why_not)
        for found in routes_of(service)
        if found.method != "HEAD"
    ]


def main(target: str) -> None:
    """Print the inventory of the service that a factory makes; nothing is opened."""
    module, _, factory = target.partition(":")
    service = getattr(import_module(module), factory)()
    json.dump([asdict(entry) for entry in inventory(service)], sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
