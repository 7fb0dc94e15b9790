"""WireType: how one kind of value is read from a request, and how OpenAPI shows it."""

from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class WireType:
    """Stands in an annotation: `Annotated[str, Length(1, 200)]`.

    The error types that `read` raises are the codes that clients see in `details`.
    """

    def read(self, value: Any) -> Any:
        """The value as Python sees it. Raises: PydanticCustomError with a code of ours."""
        raise NotImplementedError

    def shown(self) -> JsonSchemaValue:
        """The JSON Schema of what is accepted."""
        raise NotImplementedError

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """For Pydantic: `read` decides alone."""
        del source, handler
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """For OpenAPI."""
        del schema, handler
        return self.shown()


def refuse(code: str, message: str, **context: Any) -> PydanticCustomError:
    """The refusal of one value; `message` may name the context in braces."""
    return PydanticCustomError(code, message, context)
