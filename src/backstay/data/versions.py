"""Which version of a row a change is meant for (If-Match, RFC 9110 section 13)."""

from backstay.data.entity import Entity
from backstay.errors import (
    BackstayError,
    EditedMeanwhile,
    PreconditionFailed,
    PreconditionRequired,
)


class Match:
    """The caller's condition on the row; checked when the row is known, and again by the write."""

    __slots__ = ("_given", "_required")

    def __init__(self, given: str | None, *, required: bool = False) -> None:
        self._given = given
        self._required = required

    def check(self, row: Entity) -> None:
        """Raise PreconditionRequired without a condition where one is needed, Failed when stale."""
        given = self._given
        if given is None:
            if self._required:
                raise PreconditionRequired
            return
        wanted = etag(row)
        if given != wanted and wanted not in given.replace(" ", "").split(",") and given != "*":
            raise PreconditionFailed

    def missed(self) -> BackstayError:
        """What to raise when the row changed after it was read: 412 to a condition, else 409."""
        return EditedMeanwhile() if self._given is None else PreconditionFailed()


ANY = Match(None)
"""No condition: jobs and actions change whatever version they find."""


def etag(row: Entity) -> str:
    """The strong ETag of a row's current version."""
    return f'"{row.__dict__["row_version"]}"'
