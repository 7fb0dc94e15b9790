"""Values on the wire: what is read, what is refused, under which code, and how OpenAPI shows it."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from backstay.web import (
    Between,
    Day,
    Digits,
    Email,
    Exact,
    Expands,
    Flag,
    JsonValue,
    Length,
    Moment,
    SortBy,
    Switch,
    Url,
)

EARLY = datetime(2026, 11, 20, 8, tzinfo=UTC)
DEEP: Any = "x"
for _ in range(17):
    DEEP = [DEEP]


def read(kind: Any, value: Any) -> Any:
    """The value as the type reads it, or the code of its refusal."""
    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        return error.errors()[0]["type"]


SHORT, WHOLE, PRICE = Annotated[str, Length(2, 5)], Annotated[int, Between(-1, 60)], Exact(5, 2)
MONEY = Annotated[Decimal, PRICE]
BOUNDED = Annotated[Decimal, Exact(5, 2, Decimal("1.00"), Decimal("9.00"))]
CASES: list[tuple[Any, Any, Any]] = [
    (SHORT, "  abc ", "abc"),
    (SHORT, "a\r\nb", "a\nb"),
    (SHORT, "e\u0301e\u0301", "éé"),
    (SHORT, "a\tb", "a\tb"),
    (SHORT, "a", "too_short"),
    (SHORT, " a ", "too_short"),
    (SHORT, "abcdef", "too_long"),
    (SHORT, 12, "wrong_type"),
    (SHORT, None, "wrong_type"),
    (SHORT, "a\0b", "invalid_character"),
    (SHORT, "a\x1bb", "invalid_character"),
    (SHORT, "a\x85b", "invalid_character"),
    (SHORT, "a\ud800b", "invalid_unicode"),
    (WHOLE, 60, 60),
    (WHOLE, -1, -1),
    (WHOLE, 61, "out_of_range"),
    (WHOLE, -2, "out_of_range"),
    (WHOLE, 2**70, "out_of_range"),
    (WHOLE, True, "wrong_type"),
    (WHOLE, 1.0, "wrong_type"),
    (WHOLE, "1", "wrong_type"),
    (Annotated[int, Digits(0, 9)], "7", 7),
    (Annotated[int, Digits(0, 9)], 7, 7),
    (Annotated[int, Digits(0, 9)], "+7", "wrong_type"),
    (Annotated[int, Digits(0, 9)], "\u0667", "wrong_type"),
    (Annotated[int, Digits(0, 9)], "7" * 25, "wrong_type"),
    (MONEY, "9.5", Decimal("9.50")),
    (MONEY, "-999.99", Decimal("-999.99")),
    (MONEY, Decimal(1), Decimal("1.00")),
    (MONEY, "1000", "out_of_range"),
    (MONEY, "9.505", "too_precise"),
    (MONEY, "1e2", "wrong_type"),
    (MONEY, "NaN", "wrong_type"),
    (MONEY, 9.5, "wrong_type"),
    (BOUNDED, "0.99", "out_of_range"),
    (BOUNDED, "9.01", "out_of_range"),
    (Annotated[Decimal, Exact(5, 2, low=Decimal(0))], "-0.01", "out_of_range"),
    (Annotated[Decimal, Exact(5, 2, high=Decimal(0))], "0.01", "out_of_range"),
    (Switch, "true", True),
    (Switch, "false", False),
    (Switch, False, False),
    (Switch, "1", "wrong_type"),
    (Flag, True, True),
    (Flag, 1, "wrong_type"),
    (Flag, "true", "wrong_type"),
    (Moment, "2026-11-20T08:00:00Z", EARLY),
    (Moment, "2026-11-20t17:00:00+09:00", EARLY),
    (Moment, "2026-11-20 08:00:00.1234567z", EARLY.replace(microsecond=123456)),
    (Moment, EARLY, EARLY),
    (Moment, "2026-11-20T08:00:00", "moment_invalid"),
    (Moment, "2026-11-20", "moment_invalid"),
    (Moment, 5, "moment_invalid"),
    (Moment, EARLY.replace(tzinfo=None), "moment_invalid"),
    (Moment, "2026-13-20T08:00:00Z", "out_of_range"),
    (Moment, "0001-01-01T00:00:00+14:00", "out_of_range"),
    (Day, "2026-11-20", date(2026, 11, 20)),
    (Day, date(2026, 11, 20), date(2026, 11, 20)),
    (Day, EARLY, "day_invalid"),
    (Day, "2026-2-3", "day_invalid"),
    (Day, "2026-02-30", "out_of_range"),
    (Email, " Ann@Example.COM ", "ann@example.com"),
    (Email, "ann", "email_invalid"),
    (Email, "ann@-x.com", "email_invalid"),
    (Email, "a" * 250 + "@b.de", "email_invalid"),
    (Url, "https://example.com/a?b#c", "https://example.com/a?b#c"),
    (Url, "ftp://example.com", "url_invalid"),
    (Url, "https://", "url_invalid"),
    (Url, "https://a b.com", "url_invalid"),
    (Url, "https://[::1", "url_invalid"),
    (Url, "https://a.com/" + "x" * 2040, "url_invalid"),
    (JsonValue, {"a": [1, None, "ü"]}, {"a": [1, None, "ü"]}),
    (JsonValue, None, "required"),
    (JsonValue, {"a\0": 1}, "invalid_character"),
    (JsonValue, ["\ud800"], "invalid_unicode"),
    (JsonValue, "x" * 16384, "too_long"),
    (JsonValue, DEEP, "too_deep"),
    (Annotated[str, Expands("a", "b")], "a, b", "a,b"),
    (Annotated[str, Expands("a", "b")], "a,a", "unknown_field"),
    (Annotated[str, Expands("a", "b")], "-a", "unknown_field"),
    (Annotated[str, SortBy("a", "b")], "-a,b", "-a,b"),
    (Annotated[str, SortBy("a", "b")], "a,-a", "unknown_field"),
    (Annotated[str, SortBy("a", "b")], "--a", "unknown_field"),
    (Annotated[str, SortBy("a", "b")], "", "unknown_field"),
]


@pytest.mark.parametrize(("kind", "value", "expected"), CASES, ids=lambda one: repr(one)[:40])
def test_values_are_read_or_refused_by_name(kind: Any, value: Any, expected: Any):
    found = read(kind, value)
    assert found == expected
    assert type(found) is type(expected)
    assert str(found) == str(expected)


@given(st.integers(-99999, 99999))
def test_money_is_never_rounded(cents: int):
    amount = Decimal(cents).scaleb(-2)
    assert str(read(MONEY, str(amount))) == str(amount.quantize(Decimal("0.01")))
