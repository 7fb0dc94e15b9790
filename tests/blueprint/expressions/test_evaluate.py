"""Working out expressions: times, decimals, ids, constants."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest

from backstay.blueprint.expressions import Value, evaluate, judge
from backstay.blueprint.model import Expression

NOW = datetime(2026, 11, 20, 23, 30, 0, 500_000, UTC)
CALLER = UUID("00000000-0000-7000-8000-000000000001")


def name(field: str) -> Expression:
    return Expression("name", (field,))


def pair(op: str, left: Expression, right: Expression) -> Expression:
    return Expression(op, (left, right))


def value(op: str, left: Value, right: Value) -> Value:
    return evaluate(pair(op, name("a"), name("b")), {"a": left, "b": right}, NOW, CALLER)


def test_the_difference_of_times_is_in_whole_seconds_rounded_down():
    start = datetime(2026, 1, 1, tzinfo=UTC)

    assert value("-", start + timedelta(seconds=1.2), start + timedelta(seconds=0.9)) == 0
    assert value("-", start + timedelta(seconds=0.9), start + timedelta(seconds=1.2)) == -1
    assert value("-", start + timedelta(seconds=59.999999), start) == 59


def test_times_of_different_offsets_are_the_same_moment():
    east = NOW.astimezone(timezone(timedelta(hours=9)))

    assert value("=", NOW, east) is True
    assert value("-", NOW, east) == 0


def test_dates_and_datetimes_take_days_and_seconds():
    assert value("+", date(2026, 2, 27), 2) == date(2026, 3, 1)
    assert value("-", date(2026, 3, 1), 2) == date(2026, 2, 27)
    assert value("-", date(2026, 3, 1), date(2026, 2, 27)) == 2
    assert value("+", NOW, 3600) == NOW + timedelta(hours=1)


def test_now_is_a_date_beside_a_date_and_a_datetime_else():
    tomorrow = pair("+", Expression("now"), Expression("number", (Decimal(1),)))

    def at_least(when: Value) -> Value:
        return evaluate(pair(">=", name("a"), tomorrow), {"a": when}, NOW, None)

    assert at_least(date(2026, 11, 21)) is True
    assert at_least(date(2026, 11, 20)) is False
    assert at_least(NOW + timedelta(seconds=1)) is True
    assert at_least(NOW) is False
    assert at_least(None) is None
    assert evaluate(tomorrow, {}, NOW, None) == NOW + timedelta(seconds=1)
    assert (
        evaluate(pair("-", Expression("now"), name("a")), {"a": date(2026, 11, 1)}, NOW, None) == 19
    )


def test_the_day_of_now_is_that_of_utc():
    late = NOW.astimezone(timezone(timedelta(hours=9)))
    today = pair("=", name("a"), Expression("now"))

    assert late.date() == date(2026, 11, 21)
    assert evaluate(today, {"a": date(2026, 11, 20)}, late, None) is True


def test_decimals_are_exact():
    assert value("+", Decimal("0.10"), Decimal("0.20")) == Decimal("0.30")
    assert value("=", Decimal("0.30"), value("+", Decimal("0.10"), Decimal("0.20"))) is True
    assert value("-", 1, Decimal("0.90")) == Decimal("0.10")


def test_caller_is_an_id_in_whatever_form():
    own = pair("=", name("a"), Expression("caller"))

    assert evaluate(own, {"a": str(CALLER)}, NOW, CALLER) is True
    assert evaluate(own, {"a": CALLER}, NOW, str(CALLER)) is True
    assert evaluate(own, {"a": CALLER}, NOW, None) is None


def test_texts_are_compared_in_normal_form_c():
    assert value("=", "e\u0301", "\u00e9") is True
    assert value("!=", "a", "A") is True


def test_a_row_that_lacks_a_field_is_an_error_and_not_null():
    with pytest.raises(KeyError):
        evaluate(name("a"), {}, NOW, None)


def test_judge_binds_the_words_of_enums_first(contract):
    box = contract(
        "  Box:\n    fields: {state: open | size = open, size: text 1..9}\n"
        "    rules: {r: state = size}\n"
    ).resource("Box")

    assert judge(box, box.rules[0].check, {"state": "size", "size": "x"}, NOW, None) is True
    assert judge(box, box.rules[0].check, {"state": "open", "size": "open"}, NOW, None) is False


def test_constants_are_what_they_say():
    assert evaluate(Expression("true"), {}, NOW, None) is True
    assert evaluate(Expression("null"), {}, NOW, None) is None
    assert evaluate(Expression("string", ("x",)), {}, NOW, None) == "x"
    assert evaluate(Expression("number", (Decimal("2.50"),)), {}, NOW, None) == Decimal("2.5")


def test_now_means_the_day_where_the_value_is_for_a_date():
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    later = pair("+", Expression("now", ()), Expression("number", (Decimal(14),)))

    assert evaluate(later, {}, now, None) == now + timedelta(seconds=14)
    assert evaluate(later, {}, now, None, day=True) == date(2026, 12, 4)
