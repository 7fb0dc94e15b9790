"""What one check says of a specimen."""

from dataclasses import replace
from typing import Any

from backstay.prove.audit.run import Order, audited
from backstay.prove.evidence.result import Result
from tests.prove.audit.specimen import ANN, Specimen, running


async def audit_of(check: str, *breaks: str, notes: int = 150, **more: Any) -> dict[str, Result]:
    """What one check says of a specimen, by the keys that it speaks of."""
    async with running(Specimen(*breaks, notes=notes)) as url:
        order = replace(Order(url, me=ANN, only=(check,)), **more)
        found = await audited(order, lambda _: None, lambda _: None)
    return {
        f"{one.key} {one.claim}" if one.key == "service" else one.key: one for one in found.results
    }
