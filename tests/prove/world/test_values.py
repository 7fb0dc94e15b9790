"""Values: as JSON carries them, and unlike each other."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from backstay.blueprint.model import Field, Place
from backstay.prove.world.values import fresh, unlike, wire, wire_body

HERE = Place(1, 1)
SOME = UUID("0198c0de-0000-7000-8000-000000000001")


@pytest.mark.parametrize(
    ("value", "carried"),
    [
        (datetime(2026, 1, 2, 3, tzinfo=UTC), "2026-01-02T03:00:00Z"),
        (date(2026, 1, 2), "2026-01-02"),
        (Decimal("1.50"), "1.50"),
        (SOME, str(SOME)),
        (None, None),
        (True, True),
        ({"a": 1}, {"a": 1}),
    ],
)
def test_wire(value, carried):
    assert wire(value) == carried


def test_wire_body_takes_the_names_of_the_wire():
    field = Field("owner", "ref", HERE, target="User")
    assert wire_body({"owner": SOME}, {"owner": field}) == {"owner_id": str(SOME)}


@pytest.mark.parametrize(
    "field",
    [
        Field("a", "text", HERE, low=Decimal(3), high=Decimal(20)),
        Field("a", "email", HERE),
        Field("a", "url", HERE),
        Field("a", "int", HERE, low=Decimal(5)),
        Field("a", "seconds", HERE),
        Field("a", "decimal", HERE, digits=10, places=2, low=Decimal(1), high=Decimal(90)),
        Field("a", "decimal", HERE, digits=10, places=2),
        Field("a", "uuid", HERE),
    ],
    ids=lambda field: field.kind,
)
def test_unlike_gives_another_value_for_each_number(field):
    found = {str(unlike(field, None, number)) for number in range(1, 200)}
    assert len(found) == 199


def test_times_move_from_the_value_that_there_is():
    now = datetime(2026, 1, 2, tzinfo=UTC)
    field = Field("a", "datetime", HERE)
    assert unlike(field, now, 2) > unlike(field, now, 1) > now
    assert unlike(field, None, 1) is None


def test_what_has_no_other_value_stays():
    assert unlike(Field("a", "bool", HERE), value := True, 3) is value


def test_texts_keep_their_bounds():
    field = Field("a", "text", HERE, low=Decimal(3), high=Decimal(4))
    assert {len(unlike(field, None, number)) for number in range(1, 3_000, 7)} == {3}
    assert len(unlike(field, None, 36**6)) == 4


def test_fresh_numbers_never_come_again():
    assert len({fresh() for _ in range(50)}) == 50
