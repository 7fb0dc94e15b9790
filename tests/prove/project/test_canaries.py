from datetime import date

import pytest

from backstay.prove.project.canaries import canary, planted
from tests.prove.shelf import TEXT, shelf

BOOK = shelf(TEXT.replace("title: text 1..80", "title: text 1..3")).resource("Book")


def test_they_stand_nowhere_else():
    assert len({canary() for _ in range(100)}) == 100


@pytest.mark.parametrize("name", ["isbn", "link"])
def test_texts_carry_one_within_their_bounds(name):
    field = BOOK.field(name)
    first, second = planted(field), planted(field)
    assert first != second
    assert field.high is None or len(first) <= field.high


def test_days_of_long_ago():
    assert planted(BOOK.field("printed")) < date(1920, 1, 1)


@pytest.mark.parametrize("name", ["title", "pages", "kind"])
def test_short_ones_cannot_be_told_from_others(name):
    assert planted(BOOK.field(name)) is None
