"""The view of the unit tests of a service."""

from collections.abc import Iterator
from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.samples.rows import good_row
from backstay.build.naming.names import names_of
from backstay.build.views.actions import method_of
from backstay.build.views.sending import Pair
from backstay.build.views.testing.actors import Actors
from backstay.build.views.testing.behaviour import RightTest
from backstay.build.views.testing.changes import changeable


@dataclass(frozen=True, slots=True)
class Denied:
    """A role that has not a right on a row that it may read; `own` where the row is its own."""

    right: str
    role: str
    own: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """A parent that is not there: the ids of the path, and the error that says so."""

    path: str
    error: str


@dataclass(frozen=True, slots=True)
class ServiceTestsView:
    """What the template of a service's tests prints, besides the view of the service."""

    maker: str
    above: str
    missing_parents: tuple[Missing, ...]
    expand: str
    known: tuple[Pair, ...]
    change: Pair | None
    may_be_changed: bool
    may_be_deleted: bool
    denied_changes: tuple[Denied, ...]
    denied_deletions: tuple[Denied, ...]
    denied_actions: tuple[Denied, ...]


def service_tests_view(
    blueprint: Blueprint, resource: Resource, actors: Actors, rights: tuple[RightTest, ...]
) -> ServiceTestsView:
    """The tests of a resource's service and actions."""
    denied = [Denied(one.name, one.role, one.own) for one in rights if not one.allowed]
    row = good_row(blueprint, resource) or {}
    name = names_of(blueprint, resource).name
    return ServiceTestsView(
        maker=actors.maker,
        above="KNOWN, " * len(blueprint.chain(resource)),
        missing_parents=tuple(_missing(blueprint, resource)),
        known=tuple(
            Pair(field.wire, "KNOWN")
            for field in resource.fields
            if field.name in resource.listing.expand
        ),
        expand=f", {name}Expand()" if resource.listing.expand else "",
        change=changeable(blueprint, resource, row),
        may_be_changed=actors.updating == actors.making,
        may_be_deleted=actors.deleting == actors.making,
        denied_changes=tuple(one for one in denied if one.right == "update"),
        denied_deletions=tuple(one for one in denied if one.right == "delete"),
        denied_actions=tuple(
            Denied(method_of(one.right), one.role, one.own)
            for one in denied
            if one.right not in ("update", "delete")
        ),
    )


def _missing(blueprint: Blueprint, resource: Resource) -> Iterator[Missing]:
    """Each parent in turn, below others that are there."""
    chain = blueprint.chain(resource)
    for place, parent in enumerate(chain):
        ids = ["UNKNOWN" if other == place else "KNOWN" for other in range(len(chain))]
        yield Missing(", ".join(ids), f"{names_of(blueprint, parent).name}NotFound")
