"""Changes of a contract, as a sentence, a schema or an API description asks for them."""

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its type in the contract's compact form; `guessed` says why nobody said it."""

    name: str
    type: str
    guessed: str = ""


@dataclass(frozen=True, slots=True)
class AddResource:
    """A new resource; `under` is its parent's name as it was said."""

    name: str
    fields: tuple[Field, ...] = ()
    under: str = ""
    plural: str = ""
    owner: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class AddField:
    """A new field of a resource; of an existing one, where it is a relation to `target`."""

    resource: str
    field: Field
    target: str = ""


@dataclass(frozen=True, slots=True)
class AddRule:
    """A named rule: an expression or `unique a, b`."""

    resource: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class AddAction:
    """A named action: `set a = x when y, else 409`; without `text` nobody said what it does."""

    resource: str
    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class AddRole:
    """A new role."""

    name: str


@dataclass(frozen=True, slots=True)
class Grant:
    """Verbs for a role or an owner field."""

    who: str
    verbs: tuple[str, ...]
    resource: str


@dataclass(frozen=True, slots=True)
class AddJob:
    """Background work: on an event of a resource, or at times."""

    name: str
    resource: str = ""
    event: str = ""
    every: str = ""


Change: TypeAlias = AddResource | AddField | AddRule | AddAction | AddRole | Grant | AddJob


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text asks for; `unclear` are the parts of it that no sentence fits."""

    changes: tuple[Change, ...] = ()
    unclear: tuple[str, ...] = field(default=())
