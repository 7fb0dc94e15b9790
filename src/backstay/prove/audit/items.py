"""Items of a list's answer, wherever a service puts them, and what tells one from another."""

from collections.abc import Mapping
from typing import Any

from backstay.blueprint.naming import snake

HOLDERS = (
    "data",
    "items",
    "results",
    "content",
    "records",
    "rows",
    "entries",
    "values",
    "_embedded",
)
IDS = ("id", "uuid", "_id", "key", "slug", "code", "name", "username")
LIMITS = ("limit", "page_size", "pageSize", "per_page", "perPage", "size", "count", "take", "top")
TOTALS = ("total", "total_count", "totalCount", "totalElements", "total_elements")


def items_of(content: Any) -> list[Any] | None:
    """The items; None where the answer is no list."""
    if isinstance(content, list):
        return content
    if not isinstance(content, Mapping):
        return None
    for name in HOLDERS:
        inside = content.get(name)
        if isinstance(inside, list):
            return inside
        if isinstance(inside, Mapping) and (found := _inside(inside)) is not None:
            return found
    lists = [one for one in content.values() if isinstance(one, list)]
    return (
        lists[0] if len(lists) == 1 and all(isinstance(one, Mapping) for one in lists[0]) else None
    )


def _inside(content: Mapping[str, Any]) -> list[Any] | None:
    return next((one for one in content.values() if isinstance(one, list)), None)


def id_in(item: Any, parameter: str) -> str:
    """What an item has for a parameter of a path, `task_id` or `id`; empty where it has nothing."""
    if isinstance(item, str | int) and not isinstance(item, bool):
        return str(item)
    if not isinstance(item, Mapping):
        return ""
    bare = snake(parameter).removesuffix("_id")
    for name in (parameter, snake(parameter), *((bare,) if bare in IDS else ()), *IDS):
        value = item.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value):
            return str(value)
    return ""


def number_of(content: Any, names: tuple[str, ...]) -> int | None:
    """A number that a list's answer tells of itself, beside its items or one level below."""
    if not isinstance(content, Mapping):
        return None
    for part in (content, *(one for one in content.values() if isinstance(one, Mapping))):
        for name in names:
            value = part.get(name)
            if isinstance(value, int) and not isinstance(value, bool):
                return value
    return None
