"""Rows to JSON: byte for byte what Pydantic would write, straight or not."""

from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field, TypeAdapter, field_serializer

from backstay.data import CursorPage, Page, new_row
from backstay.web import CursorPageOf, DataOf, PageOf, Read
from backstay.web.encode import encoder, is_plain
from tests.desk.models import Account, Note, Status
from tests.desk.schemas import AccountRead, NoteExpanded, NoteRead, NoteWhole

zones = st.integers(-720, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
text = st.text(st.characters(exclude_categories=["Cs"]))
rows = st.fixed_dictionaries(
    {
        "id": st.uuids(),
        "title": text,
        "body": st.none() | text,
        "status": st.sampled_from(Status),
        "stars": st.none() | st.integers(-(2**63), 2**63 - 1),
        "price": st.none() | st.decimals(-(10**9), 10**9, places=2),
        "due": st.none() | st.datetimes(timezones=zones),
        "owner_id": st.uuids(),
        "extra": st.none() | st.lists(text) | st.floats(allow_nan=False, allow_infinity=False),
    }
).map(lambda values: new_row(Note, values))


def by_pydantic(model: Any, value: Any, *, unset: bool) -> bytes:
    adapter: TypeAdapter[Any] = TypeAdapter(model)
    read = adapter.validate_python(value, from_attributes=True)
    return adapter.dump_json(read, by_alias=True, exclude_unset=unset)


@pytest.mark.parametrize("item", [NoteRead, NoteWhole, NoteExpanded])
@given(row=rows, total=st.integers(0, 50), after=st.none() | text)
def test_straight_or_not_the_bytes_are_pydantics(
    item: type[Read], row: Note, total: int, after: str | None
):
    unset = item is NoteExpanded
    page, walk = Page([row], total, 2, 7), CursorPage([row, row], 3, after)
    for model, value in (
        (DataOf[item], row),  # type: ignore[valid-type]  # one for each item
        (PageOf[item], page),  # type: ignore[valid-type]  # as above
        (CursorPageOf[item], walk),  # type: ignore[valid-type]  # as above
    ):
        found = encoder(model, exclude_unset=unset)(value)
        assert found == by_pydantic(model, value, unset=unset)


@pytest.mark.parametrize(
    "owner", ["absent", None, new_row(Account, {"id": UUID(int=1), "email": "a"})]
)
def test_a_reference_is_there_only_when_it_was_expanded(owner: Any):
    values: dict[str, Any] = {
        name: None for name in NoteExpanded.model_fields if name not in {"owner", "loud"}
    }
    values |= {"id": uuid4(), "title": "x", "status": Status.OPEN, "owner_id": uuid4()}
    if owner != "absent":
        values["owner"] = owner
    row = new_row(Note, values)
    model = DataOf[NoteExpanded]

    found = encoder(model, exclude_unset=True)(row)

    assert (b'"owner":' in found) is (owner != "absent")
    assert found == by_pydantic(model, row, unset=True)


class Odd(Read):
    id: UUID
    title: str


class Aliased(Odd):
    title: str = Field(serialization_alias="name")


class Serialized(Odd):
    @field_serializer("title")
    def _loud(self, title: str) -> str:
        return title.upper()


class Typed(Odd):
    title: Annotated[str, Field(max_length=3)]


class Nested(Odd):
    inner: AccountRead


class Defaulted(Odd):
    title: str = "none"


@pytest.mark.parametrize("model", [Aliased, Serialized, Typed, Nested, Defaulted, NoteWhole])
def test_where_pydantic_has_a_say_it_writes(model: type[Read]):
    assert not is_plain(model)
    if model in {Aliased, Serialized}:
        row = new_row(Note, {"id": UUID(int=1), "title": "x"})
        shape = DataOf[model]  # type: ignore[valid-type]  # one for each model
        found = encoder(shape, exclude_unset=False)(row)
        assert found == by_pydantic(shape, row, unset=False)


def test_plain_models_are_written_straight():
    assert is_plain(Odd)
    assert is_plain(NoteRead)
    assert is_plain(NoteExpanded)


class Answer(BaseModel):
    number: int
    when: datetime | None = None
    price: Decimal | None = None


def test_what_is_no_row_goes_through_pydantic():
    assert encoder(DataOf[Answer], exclude_unset=True)(Answer(number=1)) == b'{"data":{"number":1}}'
    assert encoder(DataOf[NoteRead], exclude_unset=False).__name__ == "straight"
    assert encoder(list[int], exclude_unset=False)([1, 2]) == b"[1,2]"
    plain = {"id": UUID(int=1), "title": "x"}
    assert b'"title":"x"' in encoder(DataOf[Odd], exclude_unset=False)(plain)
