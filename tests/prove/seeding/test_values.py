from datetime import UTC, datetime
from random import Random

from backstay.blueprint.bounds import bounds
from backstay.prove.seeding.values import moment, spread, uuid7
from tests.prove.shelf import TEXT, shelf


def test_every_kind_of_field_gets_what_it_allows():
    chance = Random(3)
    for resource in shelf().resources:
        for field in resource.fields:
            if field.kind in ("ref", "role") or field.computed is not None:
                continue
            for number in range(1, 50):
                value = spread(field, number, chance)
                if field.kind == "text":
                    low, high = bounds(field)
                    assert low <= len(value) <= high
                    assert value == value.strip()
                if field.kind in ("int", "seconds"):
                    low, high = bounds(field)
                    assert low <= value <= high
                if field.kind == "decimal":
                    assert 0 <= value < 10_000
                    assert value.as_tuple().exponent == -2


def test_unique_numbers_do_not_repeat():
    text = TEXT.replace("pages: int 1..2000", "pages: int 1..2000, unique").replace(
        "price: decimal 6.2 0.. = 1.00", "price: decimal 6.2 1.00..20.00, unique"
    )
    book = shelf(text).resource("Book")
    for name in ("pages", "price"):
        values = [spread(book.field(name), number, Random(1)) for number in range(1_000)]
        assert len(set(values)) == 1_000


def test_negative_bounds_are_kept():
    book = shelf(TEXT.replace("int 1..2000", "int -9..-3")).resource("Book")
    values = {spread(book.field("pages"), number, Random(number)) for number in range(100)}
    assert values <= set(range(-9, -2))


def test_ids_sort_by_time():
    chance = Random(1)
    early = uuid7(datetime(2026, 1, 1, tzinfo=UTC), chance)
    late = uuid7(datetime(2026, 1, 2, tzinfo=UTC), chance)
    assert early < late
    assert early.version == 7
    assert early.variant == "specified in RFC 4122"


def test_moments_are_spread():
    assert len({moment(Random(number)).month for number in range(100)}) > 5
