"""Lists of names in a query string: the order, and what to expand (contract.md section 2.4)."""

from typing import Any

from pydantic.json_schema import JsonSchemaValue

from backstay.web.fields.text import tidy
from backstay.web.fields.wire import WireType, refuse


class Expands(WireType):
    """`Annotated[str, Expands("owner")]`: comma-separated names, each at most once."""

    sign = ""

    def __init__(self, *allowed: str) -> None:
        self.allowed = allowed

    def read(self, value: Any) -> str:
        """The names as they were given, without spaces."""
        names = [name.strip() for name in tidy(value).split(",")]
        plain = [name.removeprefix(self.sign) for name in names]
        if len(set(plain)) < len(plain) or not set(plain) <= set(self.allowed):
            allowed = ", ".join(self.allowed)
            raise refuse("unknown_field", "Each at most once of: {allowed}.", allowed=allowed)
        return ",".join(names)

    def shown(self) -> JsonSchemaValue:
        """The JSON Schema of what is accepted."""
        sign = f"{self.sign}?" if self.sign else ""
        name = f"{sign}({'|'.join(self.allowed)})"
        return {"type": "string", "pattern": f"^{name}(,{name})*$"}


class SortBy(Expands):
    """`Annotated[str, SortBy("created_at", "title")]`: a minus in front descends."""

    sign = "-"
