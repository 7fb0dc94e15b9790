"""Reads handoffs: whom a specialist hands over to, and whether a person is asked (C-70, R-213)."""

import re
from collections.abc import Iterator
from typing import Any

from backstay.agent.definitions.lists import as_text
from backstay.agent.definitions.model import Fix, Handoff, Repair

_TARGET = re.compile(r"^(\s*(?:-\s+)?)target(\s*:)")
_SEND = {"true": True, "yes": True, "false": False, "no": False}
_KEYS = ("agent", "target", "label", "prompt", "send")


def read_handoffs(value: Any, line: int) -> tuple[tuple[Handoff, ...], tuple[Repair, ...]] | None:
    """All handoffs of a list, of one map or of names; None when the value is none of these."""
    if isinstance(value, str | dict):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(one, str | dict) for one in value):
        return None
    repairs: list[Repair] = []
    handoffs = tuple(_handoff(one, line, repairs) for one in value)
    return handoffs, tuple(repairs)


def _handoff(value: Any, line: int, repairs: list[Repair]) -> Handoff:
    if isinstance(value, str):
        repairs.append(Repair("handoff-form", f"`{value}` alone is read as the agent", line))
        return Handoff(value)
    agent = value.get("agent", value.get("target"))
    extra = ((str(key), one) for key, one in value.items() if key not in _KEYS)
    if "agent" in value and "target" in value:
        repairs.append(Repair("handoff-form", "`agent` stands, `target` was left out", line))
    return Handoff(
        _text(agent, "agent", line, repairs),
        _text(value.get("label"), "label", line, repairs),
        _text(value.get("prompt"), "prompt", line, repairs),
        _send(value.get("send"), line, repairs),
        tuple(extra),
    )


def _text(value: Any, key: str, line: int, repairs: list[Repair]) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    repairs.append(Repair("handoff-form", f"`{key}` of a handoff is no text; read as text", line))
    return as_text(value)


def _send(value: Any, line: int, repairs: list[Repair]) -> bool:
    """True only when it is said plainly: whatever is unclear stops and asks (R-214)."""
    if value is None or isinstance(value, bool):
        return bool(value)
    repairs.append(Repair("handoff-form", f"`send: {value}` is no boolean", line))
    return _SEND.get(str(value).strip().lower(), False)


def target_repairs(header: tuple[str, ...], first_line: int) -> Iterator[Repair]:
    """One repair for each `target:` line below `handoffs:`, which hosts call `agent`."""
    inside = False
    for number, line in enumerate(header, first_line):
        if line[:1].strip() and not line.startswith(("-", "#")):
            inside = line.startswith("handoff")
        elif inside and _TARGET.match(line):
            fix = Fix(number, number, _TARGET.sub(r"\1agent\2", line))
            message = "`target` of a handoff is read as `agent`, which is what hosts call it"
            yield Repair("handoff-target", message, number, fix)
