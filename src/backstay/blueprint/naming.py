"""Names that follow from the contract's names: tables, paths, parameters, operation ids.

The rules stand in contract.md section 6; there is no word list, `plural` says what they miss.
"""

import re

PREFIX = "/api/v1"


def snake(name: str) -> str:
    """`TimeEntry` is `time_entry`, `APIKey` is `api_key`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def plural(name: str) -> str:
    """The plural of the snake form: table name, and path segment before `kebab`."""
    word = snake(name)
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return word + ("es" if re.search(r"(s|x|z|ch|sh)$", word) else "s")


def kebab(name: str) -> str:
    """A snake_case name as it stands in a path."""
    return name.replace("_", "-")


def item_parameter(resource: str) -> str:
    """The path parameter that names one row: `task_id`."""
    return f"{snake(resource)}_id"


def operation_id(kind: str, resource: str, table: str, action: str = "") -> str:
    """The OpenAPI id of an operation.

    Args:
        kind: as in `operations.Operation.kind`.
        resource: the resource's name, empty for the operations of sign-in.
        table: the resource's plural.
        action: the action's name, where kind is `action`.
    """
    if not resource:
        return kind
    if kind == "list":
        return f"list_{table}"
    return f"{action or kind}_{snake(resource)}"
