"""Differences of moments as the contract language counts them (contract.md section 4)."""

from datetime import timedelta

_SECOND = timedelta(seconds=1)


def whole_seconds(span: timedelta) -> int:
    """The seconds of a span, rounded down."""
    return span // _SECOND
