"""The rules of bookings, judged on the row as it would be stored."""

from collections.abc import Collection
from datetime import datetime, timedelta

from backstay.data import Caller

from src.core.exceptions import RuleBroken
from src.models.booking import Booking, BookingState


def judge(booking: Booking, changed: Collection[str], now: datetime, caller: Caller) -> Booking:
    """The booking, when it keeps every rule.

    Args: booking, as it would be stored; changed, the names of its new values; now; caller.
    Returns: the same.
    Raises: RuleBroken, naming each rule that it breaks.
    """
    broken = [name for name, holds in RULES.items() if not holds(booking)]
    for name, (holds_now, fields) in RULES_OF_THE_MOMENT.items():
        if fields.intersection(changed) and not holds_now(booking, now, caller):
            broken.append(name)
    if broken:
        raise RuleBroken(*broken)
    return booking


def long_enough(booking: Booking) -> bool:
    """Whether `ends_at is null or ends_at > starts_at + 900` is not false."""
    return booking.ends_at is None or booking.ends_at > booking.starts_at + timedelta(seconds=900)


def not_both(booking: Booking) -> bool:
    """Whether `not (state = free and ends_at is null)` is not false."""
    return not (booking.state == BookingState.FREE and booking.ends_at is None)


def ahead(booking: Booking, now: datetime, caller: Caller) -> bool:
    """Whether `day >= now + 1` is not false."""
    del caller
    return booking.day >= now.date() + timedelta(days=1)


RULES = {"long_enough": long_enough, "not_both": not_both}

RULES_OF_THE_MOMENT = {"ahead": (ahead, {"day"})}
