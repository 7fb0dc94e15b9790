"""What a body may say: which fields (contract.md 2.6), and which other rows (2.5)."""

from collections.abc import Collection, Mapping
from typing import Any

from backstay.data.caller import Caller
from backstay.data.rows import Rows
from backstay.errors import ReadOnlyField, UnknownReference


def permitted(
    values: dict[str, Any], caller: Caller, protected: Mapping[str, Collection[str]]
) -> dict[str, Any]:
    """The values, when the caller may set all of them.

    Args: values, by field; caller; protected, the roles that may set a field, by field.
    Raises: ReadOnlyField, naming each field that is not the caller's to set.
    """
    refused = [
        name for name, roles in protected.items() if name in values and caller.role not in roles
    ]
    if refused:
        raise ReadOnlyField(*refused)
    return values


async def references_known(values: Mapping[str, Any], references: Mapping[str, Rows[Any]]) -> None:
    """A body may only name rows that the caller may read.

    Args: values, by field; references, the repository of the rows that a field names, by field.
    Raises: UnknownReference, the same for missing, deleted and foreign rows.
    """
    unknown = [
        name
        for name, rows in references.items()
        if values.get(name) is not None and not await rows.sees(values[name])
    ]
    if unknown:
        raise UnknownReference(*unknown)
