"""The report as canonical JSON: keys sorted, so that two of them can be compared."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from backstay.prove.report.report import Report

FORMAT = 1


def to_json(report: Report) -> str:
    """The report as JSON text; `format` counts up when its shape changes."""
    return canonical({"format": FORMAT, "proven": report.proven, **plain(report)})


def canonical(content: Mapping[str, Any]) -> str:
    """Plain content as text, the same for the same content."""
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def plain(value: Any) -> Any:
    """What JSON can say of a value: dataclasses as objects, decimals as text."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return value
