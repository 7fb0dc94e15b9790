"""Person: somebody who is signed in to the subject."""

from dataclasses import dataclass

PASSWORD = "copper anchor 47 thistle"  # noqa: S105 for accounts of throw-away databases


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is signed in; `name` is how the evidence calls them."""

    name: str
    id: str
    role: str
    email: str
    token: str
    refresh: str
