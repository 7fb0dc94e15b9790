"""Values of every kind that a note can hold, and many notes made of them at once."""

from collections.abc import Sequence
from datetime import timedelta, timezone
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from backstay.data import Caller
from backstay.data.database import Database
from tests.desk.models import Note
from tests.desk.people import notes
from tests.desk.repositories import NOTES

few = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
letters = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12
)
MOMENTS = st.datetimes(
    timezones=st.integers(-720, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
).filter(lambda moment: 1 < moment.year < 9999)
MONEY = st.integers(-(10**12) + 1, 10**12 - 1).map(lambda cents: Decimal(cents).scaleb(-2))
JSON = st.recursive(
    st.booleans() | st.integers(-(2**53), 2**53) | letters,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(letters, inner, max_size=3),
    max_leaves=8,
)
COLUMNS: dict[str, st.SearchStrategy[Any]] = {
    "due": MOMENTS,
    "price": MONEY,
    "stars": st.integers(-(2**63), 2**63 - 1),
    "day": st.dates(),
    "body": letters,
}


async def stored(
    database: Database, owner: Caller, column: str, values: Sequence[Any]
) -> list[Note]:
    """One note for each value, and no other notes of this owner."""
    mine = notes(database, owner)
    for found in await mine.rows(NOTES):
        mine.remove(found)
    made = [
        mine.add({"title": f"note {place}", "owner_id": owner.user_id, column: value})
        for place, value in enumerate(values)
    ]
    await mine.work.commit()
    return made
