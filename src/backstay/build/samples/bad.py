"""Values of each type that nobody may send (contract.md section 2.5), as Python of their JSON."""

from decimal import Decimal

from backstay.blueprint.bounds import bounds
from backstay.blueprint.model import Field

_WRONG_TYPE = {"text": "5", "int": '"5"', "seconds": '"5"', "bool": '"true"', "decimal": "5.5"}
_WRONG_SHAPE = {
    "email": '"nobody"',
    "url": '"nowhere"',
    "date": '"2026-02-30"',
    "datetime": '"2026-01-01T08:00:00"',
    "uuid": '"no-id"',
    "enum": '"none_of_these"',
    "role": '"none_of_these"',
    "ref": '"no-id"',
}


def bad_values(field: Field, body: int) -> list[str]:
    """Values of one field that are refused; empty for kinds that refuse nothing.

    Args: field; body, the greatest body in bytes: what is larger is refused before it is read.
    """
    found = _beyond(field, body)
    found += [kinds[field.kind] for kinds in (_WRONG_TYPE, _WRONG_SHAPE) if field.kind in kinds]
    return found if field.optional else [*found, "None"]


def _beyond(field: Field, body: int) -> list[str]:
    """Values just beyond what fits."""
    if field.kind == "text":
        low, high = bounds(field)
        short = {0: [], 1: ['""', '" "']}.get(low, [f'"x" * {low - 1}'])
        long = [f'"x" * {high + 1}'] if high < body // 2 else []
        return [*long, *short]
    if field.kind in ("int", "seconds"):
        low, high = bounds(field)
        return [str(low - 1), str(high + 1)]
    if field.kind == "decimal":
        unit = Decimal(1).scaleb(-(field.places or 0))
        beyond = [field.low - unit] if field.low is not None else []
        beyond += [field.high + unit] if field.high is not None else []
        return [f'"0.{"0" * (field.places or 0)}1"', *(f'"{number}"' for number in beyond)]
    return []
