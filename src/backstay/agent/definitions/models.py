"""Model preferences under the names that hosts know; a preference, never a condition (C-44)."""

import re

AS_OF = "2026-11-20"
_FAMILIES = ("opus", "sonnet", "haiku")
_FULL = re.compile(r"^claude-(?:opus|sonnet|haiku)-[\w.-]+$|^claude-\d[\w.-]*-\d{8}$")


def family(model: str) -> str:
    """The alias that Claude Code takes for a model; empty for models of others.

    `claude-4-5-opus` and `claude-opus-4-5-20251101` are `opus`.
    """
    words = re.split(r"[^a-z]+", model.lower())
    return next((name for name in _FAMILIES if name in words), "")


def is_known(model: str) -> bool:
    """Whether Claude Code would take the name as it is: an alias, `inherit` or a full id."""
    return model in (*_FAMILIES, "inherit") or bool(_FULL.match(model))
