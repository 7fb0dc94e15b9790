"""Fields that only some may set (contract.md section 2.6: `write ROLE`, `= caller`)."""

from collections.abc import Collection, Mapping
from typing import Any

from backstay.data.caller import Caller
from backstay.errors import ReadOnlyField


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
