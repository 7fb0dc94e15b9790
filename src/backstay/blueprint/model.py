"""The blueprint: a contract parsed, checked and frozen; the only thing that upper floors read."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in the contract; both count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Expression:
    """One node of an expression (contract.md section 4).

    `op` is `number`, `string`, `name` (with one part: Decimal or str), `now`, `caller`, `true`,
    `false`, `null` (no part), `not`, `is null`, `is not null` (one expression), or `and`, `or`,
    `+`, `-`, `=`, `!=`, `<`, `<=`, `>`, `>=` (two expressions).
    """

    op: str
    parts: tuple["Expression | Decimal | str", ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a resource; `kind` is a type's name, `enum` or `ref`."""

    name: str
    kind: str
    at: Place
    low: Decimal | None = None
    high: Decimal | None = None
    digits: int | None = None
    places: int | None = None
    values: tuple[str, ...] = ()
    target: str = ""
    default: Expression | None = None
    computed: Expression | None = None
    optional: bool = False
    unique: bool = False
    fixed: bool = False
    search: bool = False
    pii: bool = False
    write: str = ""
    was: str = ""
    on_delete: str = ""

    @property
    def wire(self) -> str:
        """The name in JSON and in the table: `owner: User` travels as `owner_id`."""
        return f"{self.name}_id" if self.kind == "ref" else self.name


@dataclass(frozen=True, slots=True)
class Flow:
    """The only changes that an enum field allows; rows start at `start`."""

    field: str
    start: str
    edges: tuple[tuple[str, str], ...]
    at: Place


@dataclass(frozen=True, slots=True)
class Rule:
    """A row rule (`check`), or a uniqueness (`unique`, perhaps only `when` something holds)."""

    name: str
    at: Place
    check: Expression | None = None
    unique: tuple[str, ...] = ()
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """A named change: fields set to sums, where `when` is true."""

    name: str
    at: Place
    sets: tuple[tuple[str, Expression], ...]
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """One line of `access`: who, and which verbs (`all` is written out as it is said)."""

    who: str
    verbs: tuple[str, ...]
    at: Place


@dataclass(frozen=True, slots=True)
class Paging:
    """How lists are cut: `numbered` with totals, or `cursor`."""

    mode: str = "numbered"
    default: int = 20
    max: int = 100


@dataclass(frozen=True, slots=True)
class Objective:
    """What an operation promises: milliseconds, percent, requests per second."""

    p50: Decimal | None = None
    p95: Decimal | None = None
    p99: Decimal | None = None
    errors: Decimal | None = None
    availability: Decimal | None = None
    rate: int | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How many requests a caller has in how many seconds, and the greatest body in bytes."""

    requests: int = 600
    seconds: int = 60
    body: int = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Listing:
    """What lists can do; `sort` keeps its signs, for it is the default order too."""

    filter: tuple[str, ...]
    sort: tuple[str, ...]
    expand: tuple[str, ...]
    page: Paging
