"""The view of the unit tests of a service."""

from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.samples.rows import good_row
from backstay.build.naming.names import names_of
from backstay.build.views.sending import Pair
from backstay.build.views.testing.actors import Actors
from backstay.build.views.testing.changes import changeable


@dataclass(frozen=True, slots=True)
class ServiceTestsView:
    """What the template of a service's tests prints, besides the view of the service."""

    maker: str
    above: str
    expand: str
    change: Pair | None
    may_be_changed: bool
    may_be_deleted: bool


def service_tests_view(
    blueprint: Blueprint, resource: Resource, actors: Actors
) -> ServiceTestsView:
    """The tests of a resource's service."""
    row = good_row(blueprint, resource) or {}
    name = names_of(blueprint, resource).name
    return ServiceTestsView(
        maker=actors.maker,
        above="KNOWN, " * len(blueprint.chain(resource)),
        expand=f", {name}Expand()" if resource.listing.expand else "",
        change=changeable(blueprint, resource, row),
        may_be_changed=actors.updating == actors.making,
        may_be_deleted=actors.deleting == actors.making,
    )
