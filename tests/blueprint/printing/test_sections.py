"""Pages, limits, data, load, events and schedules are read back as they were printed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.blueprint.forms.limits import said_limits
from backstay.blueprint.forms.paging import read_page
from backstay.blueprint.forms.schedule import read_event, read_schedule
from backstay.blueprint.forms.workload import read_data, read_load
from backstay.blueprint.model import Paging, Place
from backstay.blueprint.printing.sections import (
    compact_data,
    compact_event,
    compact_limits,
    compact_load,
    compact_page,
    compact_schedule,
    long_data,
    long_limits,
    long_load,
    long_page,
)
from backstay.blueprint.reading.nodes import Span, Text
from backstay.blueprint.words import DAYS

RESOURCES = st.lists(st.sampled_from(["User", "Task", "TimeEntry"]), min_size=1, unique=True)
CLOCK = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
DAY = st.sampled_from(["day", *DAYS, "month 1", "month  28"])
SHORT = st.sampled_from(["hour", "1 hours", "15   minutes", "6 hours"])
bounded = settings(max_examples=120, derandomize=True, deadline=None)


def text(value: str) -> Text:
    return Text(value, Place(1, 1), Span(0, len(value)), value)


@bounded
@given(
    parts=st.lists(st.sampled_from(["cursor", "default  7", "max 1_000"]), min_size=1, unique=True),
)
def test_a_page_is_the_same_page(holds, parts):
    holds(" , ".join(parts), lambda m, n: read_page(m, n, Paging()), compact_page, long_page)


@bounded
@given(
    number=st.integers(1, 1_000_000),
    unit=st.sampled_from(["second", "minute", "hour"]),
    body=st.sampled_from(["", ",body 1024KB", ", body  3MB", ", body 17KB"]),
)
def test_limits_are_the_same_limits(holds, number, unit, body):
    holds(f"{number}  per {unit}{body}", said_limits, compact_limits, long_limits)


@bounded
@given(names=RESOURCES, data=st.data())
def test_data_is_the_same_data(holds, names, data):
    counts = [data.draw(st.integers(1, 1_000_000)) for _ in names]
    written = ",".join(f"{n}  {name}" for n, name in zip(counts, names, strict=True))

    holds(written, read_data, compact_data, long_data)


@bounded
@given(
    users=st.integers(1, 10_000), time=st.sampled_from(["1s", "90s", "60m", "1h", "3000ms", "2m"])
)
def test_a_load_is_the_same_load(holds, users, time):
    holds(f"{users} users  for {time}", read_load, compact_load, long_load)


@bounded
@given(schedule=SHORT | st.builds("{}   {}".format, DAY, CLOCK))
def test_a_schedule_is_the_same_schedule(holds, schedule):
    holds(schedule, read_schedule, compact_schedule)


def test_an_event_is_the_same_event(holds):
    holds("Order   place", read_event, compact_event)


@pytest.mark.parametrize(
    ("printer", "written", "printed"),
    [
        (compact_page, "max 1000, cursor", "cursor, max 1000"),
        (long_page, "default 5", "{default: 5}"),
        (compact_limits, "60000 per hour, body 2048KB", "60_000 per hour, body 2MB"),
        (long_limits, "60 per hour", "{requests: 60 per hour}"),
        (long_limits, "60 per hour, body 1MB", "{requests: 60 per hour, body: 1MB}"),
        (compact_data, "100000 Task", "100_000 Task"),
        (compact_load, "100 users for 300s", "100 users for 5m"),
        (compact_schedule, "1 hours", "hour"),
    ],
)
def test_numbers_are_grouped_and_units_are_the_largest(printer, written, printed):
    assert printer(text(written)) == printed
