"""The JSON Schema of contracts, for editors."""

from backstay.blueprint.schema.contract import json_schema

__all__ = ["json_schema"]
