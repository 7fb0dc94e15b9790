"""The bounds of a field, where the contract says them and where the language does (2.5)."""

from backstay.blueprint.kinds import EMAIL, SAFE, URL_LENGTH
from backstay.blueprint.model import Field

MOST_UNSAID = 255


def bounds(field: Field) -> tuple[int, int]:
    """The characters of a text, or the least and greatest whole number, as the language has it."""
    if field.kind == "text":
        low = int(field.low or 0)
        return low, int(field.high if field.high is not None else MOST_UNSAID)
    if field.kind == "email":
        return EMAIL
    if field.kind == "url":
        return 1, URL_LENGTH
    low = -int(SAFE) if field.kind == "int" else 0
    low = low if field.low is None else int(field.low)
    return low, int(SAFE) if field.high is None else int(field.high)
