"""Rows to JSON bytes: straight where Pydantic would write the same, through Pydantic where not."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from operator import itemgetter
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin
from uuid import UUID

import msgspec
from pydantic import BaseModel, TypeAdapter

from backstay.data.entity import Entity
from backstay.data.paging import CursorPage, Page
from backstay.web.schema import CursorPageOf, DataOf, PageOf, Read

Encode = Callable[[Any], bytes]

_json = msgspec.json.Encoder().encode
_SAME = (str, int, bool, UUID, datetime, date, Decimal, NoneType)


class _Data(msgspec.Struct):
    data: Any


class _Listed(msgspec.Struct):
    data: list[Any]
    meta: dict[str, Any]


class Shape:
    """How rows look as one Read model: its plain fields, and the references it may expand."""

    def __init__(self, model: type[BaseModel]) -> None:
        fields = model.model_fields
        self._expands = {name: Shape(kind) for name in fields if (kind := _expanded(model, name))}
        self._plain = tuple(name for name in fields if name not in self._expands)
        names = [(name, Any) for name in self._plain]
        rest = [(name, Any, msgspec.UNSET) for name in self._expands]
        self._body = msgspec.defstruct("Body", [*names, *rest])
        self._pick = _Pickers(self._plain)

    def bodies(self, rows: Sequence[Entity]) -> list[Any]:
        """The rows as structs that msgspec writes."""
        make, pick = self._body, self._pick
        bodies = [make(*pick[type(row)](row)) for row in rows]
        for name, shape in self._expands.items():
            for row, body in zip(rows, bodies, strict=True):
                if name in row.__dict__:
                    found = row.__dict__[name]
                    known = isinstance(found, Entity)
                    setattr(body, name, shape.bodies([found])[0] if known else found)
        return bodies


class _Pickers(dict[type[Entity], Callable[[Entity], tuple[Any, ...]]]):
    """For each kind of row, what finds its values of these names; made when first asked for."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, kind: type[Entity]) -> Callable[[Entity], tuple[Any, ...]]:
        """Stored values come from the row's dictionary, computed ones from its properties."""
        names = self._names
        computed = [name for name in names if name not in kind.__table__.columns]
        pick = itemgetter(*names)

        def picked(row: Entity) -> tuple[Any, ...]:
            found: tuple[Any, ...] = pick(
                row.__dict__ | {name: getattr(row, name) for name in computed}
            )
            return found

        self[kind] = picked if computed else lambda row: pick(row.__dict__)
        return self[kind]


def encoder(response_model: Any, *, exclude_unset: bool) -> Encode:
    """How to write what an operation returns; `exclude_unset` as FastAPI's route has it."""
    adapter: TypeAdapter[Any] = TypeAdapter(response_model)

    def through_pydantic(value: Any) -> bytes:
        read = adapter.validate_python(value, from_attributes=True)
        return adapter.dump_json(read, by_alias=True, exclude_unset=exclude_unset)

    item = _item(response_model)
    if item is None or not is_plain(item):
        return through_pydantic
    shape = Shape(item)

    def straight(value: Any) -> bytes:
        if isinstance(value, Entity):
            return _json(_Data(shape.bodies([value])[0]))
        if isinstance(value, Page):
            pages = -(-value.total // value.limit)
            meta = {"page": value.page, "limit": value.limit, "total": value.total, "pages": pages}
            return _json(_Listed(shape.bodies(value.items), meta))
        if isinstance(value, CursorPage):
            onward = {"limit": value.limit, "next": value.next}
            return _json(_Listed(shape.bodies(value.items), onward))
        return through_pydantic(value)

    return straight


def is_plain(model: type[BaseModel]) -> bool:
    """Whether Pydantic has no say in the text: no serializer, no alias, no type of its own."""
    decorators = model.__pydantic_decorators__
    if decorators.field_serializers or decorators.model_serializers or model.model_computed_fields:
        return False
    expanded = [name for name in model.model_fields if _expanded(model, name)]
    plain = [field for name, field in model.model_fields.items() if name not in expanded]
    return (
        len(plain) > 1
        and not any(field.serialization_alias or field.metadata for field in plain)
        and all(field.is_required() and _same(field.annotation) for field in plain)
        and all(is_plain(kind) for name in expanded if (kind := _expanded(model, name)))
    )


def _item(response_model: Any) -> type[BaseModel] | None:
    envelopes = (DataOf, PageOf, CursorPageOf)
    if not (isinstance(response_model, type) and issubclass(response_model, envelopes)):
        return None
    arguments = response_model.__pydantic_generic_metadata__["args"]
    item = arguments[0] if arguments else None
    return item if isinstance(item, type) and issubclass(item, Read) else None


def _expanded(model: type[BaseModel], name: str) -> type[Read] | None:
    """The Read model behind an optional reference, such as `owner: UserRead | None = None`."""
    field = model.model_fields[name]
    kinds = [kind for kind in get_args(field.annotation) if kind is not NoneType]
    if field.is_required() or len(kinds) != 1:
        return None
    return kinds[0] if isinstance(kinds[0], type) and issubclass(kinds[0], Read) else None


def _same(annotation: Any) -> bool:
    if get_origin(annotation) in {Union, UnionType}:
        return all(_same(part) for part in get_args(annotation))
    return isinstance(annotation, type) and (annotation in _SAME or issubclass(annotation, StrEnum))
