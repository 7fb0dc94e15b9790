"""The larger nodes of a blueprint: a resource with all it says, a job, the proof, the whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from backstay.blueprint.model import (
    Action,
    Field,
    Flow,
    Grant,
    Limits,
    Listing,
    Objective,
    Paging,
    Place,
    Rule,
)


@dataclass(frozen=True, slots=True)
class Resource:
    """One noun that the API serves; what the contract left to defaults is filled in."""

    name: str
    plural: str
    at: Place
    fields: tuple[Field, ...]
    access: tuple[Grant, ...]
    listing: Listing
    description: str = ""
    was: str = ""
    login: bool = False
    under: str = ""
    parent_field: str = ""
    flows: tuple[Flow, ...] = ()
    rules: tuple[Rule, ...] = ()
    actions: tuple[Action, ...] = ()
    lock: bool = False
    soft: bool = False
    cache: Mapping[str, int] | None = field(default=None, hash=False)
    objectives: Mapping[str, Objective] | None = field(default=None, hash=False)
    # where each key stands, by its way: `lock`, `list.filter`, `fields.title`
    keys: Mapping[str, Place] = field(default_factory=dict, hash=False)

    def field(self, name: str) -> Field:
        """The field of that name; KeyError when there is none."""
        for candidate in self.fields:
            if candidate.name == name:
                return candidate
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Job:
    """Background work: on an event of a resource, or at times (UTC)."""

    name: str
    at: Place
    resource: str = ""
    event: str = ""
    every: str = ""
    queue: str = "default"
    retries: int = 3
    timeout: int = 300


@dataclass(frozen=True, slots=True)
class Proof:
    """How much is proven: rows to seed, users and seconds of load, percent of coverage."""

    data: Mapping[str, int] = field(hash=False)
    users: int = 100
    seconds: int = 300
    coverage: Decimal = Decimal(90)


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A whole contract; resources in the order written, an implied login resource first."""

    service: str
    version: str
    layout: str
    roles: tuple[str, ...]
    resources: tuple[Resource, ...]
    proof: Proof
    description: str = ""
    id_kind: str = "uuid7"
    timestamps: bool = True
    page: Paging = field(default_factory=Paging)
    objective: Objective = field(default_factory=Objective)
    limits: Limits = field(default_factory=Limits)
    jobs: tuple[Job, ...] = ()
    # where each key stands, by its way: `service`, `defaults.page`, `prove.data`
    keys: Mapping[str, Place] = field(default_factory=dict, hash=False)

    @property
    def login(self) -> Resource:
        """The resource that holds the accounts."""
        return next(resource for resource in self.resources if resource.login)

    def resource(self, name: str) -> Resource:
        """The resource of that name; KeyError when there is none."""
        for resource in self.resources:
            if resource.name == name:
                return resource
        raise KeyError(name)

    def chain(self, resource: Resource) -> tuple[Resource, ...]:
        """The parents of a nested resource, outermost first; empty for a top-level one."""
        if not resource.under:
            return ()
        parent = self.resource(resource.under)
        return (*self.chain(parent), parent)
