"""A condition as each database spells it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sql:
    """A condition as each database spells it."""

    postgresql: str
    sqlite: str

    @property
    def same(self) -> bool:
        """Whether both spell it alike."""
        return self.postgresql == self.sqlite
