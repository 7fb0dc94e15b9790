"""Moments: a value agrees with its expression at some time while the request was answered."""

from datetime import UTC, date, datetime, timedelta

import pytest

from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Expression, Field
from backstay.prove.world.moments import Moment, after, moment, worked_out
from tests.prove.shelf import TEXT, shelf

SHELF = shelf(TEXT.replace("printed: date, optional", "printed: date = now"))
BOOK, LOAN = SHELF.resource("Book"), SHELF.resource("Loan")
AT = datetime(2024, 5, 6, 12, tzinfo=UTC)
KEY = "0198c0de-0000-7000-8000-000000000001"


def default_of(field: Field) -> Expression:
    assert field.default is not None
    return bind(field.default, LOAN)


@pytest.mark.parametrize(("seconds", "good"), [(-1, False), (0, True), (1, True), (3, False)])
def test_now_is_any_time_of_the_request(seconds, good):
    began = LOAN.field("began")
    when = Moment(AT, AT + timedelta(seconds=2))
    assert when.agrees(began, default_of(began), AT + timedelta(seconds=seconds)) is good
    assert when.agrees(began, default_of(began), None) is False


def test_what_does_not_depend_on_the_request_is_just_that():
    pages, kind = BOOK.field("price"), BOOK.field("kind")
    assert Moment().agrees(
        pages, default_of(pages), worked_out(pages, default_of(pages), {}, AT, "")
    )
    assert Moment().agrees(kind, default_of(kind), "novel")
    assert not Moment().agrees(kind, default_of(kind), "essay")


def test_the_caller_is_who_asked():
    owner = BOOK.field("owner")
    assert Moment(caller=KEY).agrees(owner, default_of(owner), KEY)
    assert not Moment(caller=KEY).agrees(owner, default_of(owner), KEY.replace("1", "2"))


def test_a_date_is_the_day_of_the_request():
    printed = BOOK.field("printed")
    assert worked_out(printed, default_of(printed), {}, AT, "") == date(2024, 5, 6)


def test_a_moment_lasts_as_long_as_its_block():
    with moment({"pages": 1}, KEY) as found:
        within = datetime.now(UTC)
    assert found.began <= within <= found.ended
    assert (found.row, found.caller) == ({"pages": 1}, KEY)


def test_a_row_after_an_action():
    (close,) = LOAN.actions
    row = {"ended": None, "rating": 3}
    done = after(LOAN, dict(close.sets), row, KEY)
    assert done["rating"] == 3
    assert done["ended"] is not None
    assert row["ended"] is None
