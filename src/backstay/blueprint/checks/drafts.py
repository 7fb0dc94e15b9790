"""A contract while it is read and checked: what is known so far, and what was found wrong."""

from dataclasses import dataclass, field
from decimal import Decimal

from backstay.blueprint.contract import Job
from backstay.blueprint.forms.said import FieldDraft
from backstay.blueprint.mistakes import Mistakes
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
from backstay.blueprint.objectives import DEFAULT
from backstay.blueprint.reading.nodes import Node


@dataclass
class ResourceDraft:
    """One resource. `keys` are what was written; the rest is filled by the checks in turn."""

    name: str
    at: Place
    keys: dict[str, Node]
    places: dict[str, Place] = field(default_factory=dict)
    plural: str = ""
    description: str = ""
    was: str = ""
    under: str = ""
    parent_field: str = ""
    fields: dict[str, FieldDraft] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    flows: list[Flow] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    actions: dict[str, Action] = field(default_factory=dict)
    action_names: dict[str, Place] = field(default_factory=dict)
    grants: list[Grant] = field(default_factory=list)
    grants_lost: bool = False  # a line of `access` could not be read: who gets in is not known
    listing: Listing | None = None
    lock: bool = False
    soft: bool = False
    cache: dict[str, int] | None = None
    objectives: dict[str, Objective] | None = None

    def typed(self) -> dict[str, Field]:
        """The fields that could be read, by name."""
        return {name: draft.field for name, draft in self.fields.items()}

    def references(self) -> list[FieldDraft]:
        """The fields that refer to a resource."""
        return [draft for draft in self.fields.values() if draft.field.kind == "ref"]

    def place(self, key: str) -> Place:
        """Where what a key says stands; the resource's name if it does not say it."""
        return self.keys[key].place() if key in self.keys else self.at


@dataclass
class ContractDraft:
    """The whole contract, with the mistakes found in it."""

    mistakes: Mistakes
    service: str = ""
    version: str = "0.1.0"
    description: str = ""
    layout: str = "src"
    id_kind: str = "uuid7"
    timestamps: bool = True
    page: Paging = field(default_factory=Paging)
    objective: Objective = DEFAULT
    limits: Limits = field(default_factory=Limits)
    roles: tuple[str, ...] = ("admin", "member")
    login: str = "User"
    login_implied: bool = False
    resources: dict[str, ResourceDraft] = field(default_factory=dict)
    jobs: list[Job] = field(default_factory=list)
    data: dict[str, int] = field(default_factory=dict)
    load: tuple[int, int] = (100, 300)
    coverage: Decimal = Decimal(90)
    places: dict[str, Place] = field(default_factory=dict)

    def owners(self, resource: ResourceDraft) -> list[str]:
        """The fields of a resource that hold an account."""
        return [draft.field.name for draft in resource.references() if self.holds_account(draft)]

    def holds_account(self, draft: FieldDraft) -> bool:
        """Whether a field refers to the resource with the accounts."""
        return draft.field.target == self.login
