"""A new row: what is given stays, and only what is missing is made."""

from uuid import UUID

from backstay.clock import SystemClock
from backstay.data.writing import complete
from tests.desk.models import Note

GIVEN, NOW = UUID(int=7), SystemClock().now()


def test_an_id_that_is_given_stays_and_one_that_is_not_is_made():
    given = complete(Note, {"id": GIVEN, "title": "a"}, NOW)
    made = [complete(Note, {"title": "a"}, NOW)["id"] for _ in range(2)]

    assert given["id"] == GIVEN
    assert len({GIVEN, *made}) == 3
    assert all(isinstance(one, UUID) for one in made)
