"""Hands: who makes a row, and who then uses it."""

from pathlib import Path

import pytest

from backstay.blueprint import load
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.hands import Hands, hands_for

CLUB = Path(__file__).parents[1] / "probes" / "club.yaml"


@pytest.fixture(scope="module")
def club():
    return load(CLUB)


def test_one_role_does_both_where_it_may(timetrack):
    task = timetrack.resource("Task")
    assert hands_for(timetrack, task, "delete") == Hands("admin", "admin")
    assert hands_for(timetrack, task, "update", [task.field("owner")]).actor == "admin"


def test_another_role_uses_what_the_maker_may_not(club):
    booking = club.resource("Booking")
    assert hands_for(club, booking, "update") == Hands("member", "coach")
    assert hands_for(club, booking, "update", [booking.field("fee")]) == Hands("member", "coach")
    assert hands_for(club, booking, "delete") == Hands("member", "member")


def test_nobody_is_said_with_what_was_asked(club):
    booking, rating = club.resource("Booking"), club.resource("Rating")
    with pytest.raises(NoRowError, match="update ratings"):
        hands_for(club, rating, "update")
    with pytest.raises(NoRowError, match="update bookings and write member"):
        hands_for(club, booking, "update", [booking.field("member")])
