"""What a field type says, word by word, whether it was written compact or long."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from backstay.blueprint.forms.expressions import Located
from backstay.blueprint.model import Field, Place
from backstay.blueprint.reading.nodes import Word


@dataclass(frozen=True, slots=True)
class Modifier:
    """`unique` alone, or a name with its argument: `write` `admin`, `on delete` `set null`."""

    name: str
    argument: str
    at: Place


@dataclass(frozen=True, slots=True)
class TypeSaid:
    """A type before its words are looked up.

    `kind` is the first word; `values` are all words of an enum. `number` is what follows
    `decimal`. `low` and `high` are the ends of a range, `bounds` is its place.
    """

    kind: Word
    values: tuple[Word, ...] = ()
    number: Word | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    bounds: Place | None = None
    value: Located | None = None
    modifiers: tuple[Modifier, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldDraft:
    """A field that was read; what needs other fields and resources is not checked yet.

    `places` leads from `kind` and the names of modifiers to their words.
    """

    field: Field
    places: Mapping[str, Place]
    value: Located | None = None

    def at(self, what: str) -> Place:
        """The place of a word of the type, or of the type itself."""
        return self.places.get(what, self.places["kind"])
