"""Numbers on the wire: whole ones as JSON integers, exact ones as text (contract.md 2.5)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError

from backstay.web.fields.wire import WireType, refuse

_DIGITS = re.compile(r"-?\d{1,24}", re.ASCII)
_EXACT = re.compile(r"-?\d{1,24}(?:\.\d{1,24})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Between(WireType):
    """`Annotated[int, Between(0, 60)]`: a JSON integer, both ends included."""

    low: int
    high: int

    def read(self, value: Any) -> int:
        """The number; no text, no fraction, no boolean."""
        if type(value) is not int:
            raise refuse("wrong_type", "A whole number is needed.")
        if not self.low <= value <= self.high:
            raise _beyond(self.low, self.high)
        return value

    def shown(self) -> JsonSchemaValue:
        """The JSON Schema of what is accepted."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Digits(Between):
    """As Between, in a query string, where everything is text."""

    def read(self, value: Any) -> int:
        """The number behind the text; a default in code is a number already."""
        if isinstance(value, str) and _DIGITS.fullmatch(value):
            value = int(value)
        return Between.read(self, value)


@dataclass(frozen=True, slots=True)
class Exact(WireType):
    """`Annotated[Decimal, Exact(10, 2)]`: text of so many digits and places, never rounded."""

    digits: int
    places: int
    low: Decimal | None = None
    high: Decimal | None = None

    def read(self, value: Any) -> Decimal:
        """The number behind the text, with all its places; a default in code is one already."""
        if isinstance(value, str) and _EXACT.fullmatch(value):
            value = Decimal(value)
        if not isinstance(value, Decimal):
            raise refuse("wrong_type", 'A decimal is sent as text, like "9.50".')
        if int(value.as_tuple().exponent) < -self.places:
            raise refuse("too_precise", "At most {places} decimal places.", places=self.places)
        if (
            abs(value) >= Decimal(10) ** (self.digits - self.places)
            or (self.low is not None and value < self.low)
            or (self.high is not None and value > self.high)
        ):
            raise _beyond(self.low, self.high)
        return round(value, self.places)

    def shown(self) -> JsonSchemaValue:
        """The JSON Schema of what is accepted."""
        whole = max(self.digits - self.places, 1)
        fraction = rf"(\.\d{{1,{self.places}}})?" if self.places else ""
        return {"type": "string", "pattern": rf"^-?\d{{1,{whole}}}{fraction}$"}


class _Switch(WireType):
    def read(self, value: Any) -> bool:
        if isinstance(value, bool):
            return value
        if value not in {"true", "false"}:
            raise refuse("wrong_type", "`true` or `false` is needed.")
        return bool(value == "true")

    def shown(self) -> JsonSchemaValue:
        return {"type": "boolean"}


class _Flag(WireType):
    def read(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise refuse("wrong_type", "A boolean is needed.")
        return value

    def shown(self) -> JsonSchemaValue:
        return {"type": "boolean"}


Switch = Annotated[bool, _Switch()]
"""A boolean in a query string."""

Flag = Annotated[bool, _Flag()]
"""A JSON boolean, and nothing that looks like one."""


def _beyond(low: object, high: object) -> PydanticCustomError:
    if low is None and high is None:
        return refuse("out_of_range", "It has too many digits.")
    if high is None:
        return refuse("out_of_range", "At least {low}.", low=str(low))
    if low is None:
        return refuse("out_of_range", "At most {high}.", high=str(high))
    return refuse("out_of_range", "Between {low} and {high}.", low=str(low), high=str(high))
