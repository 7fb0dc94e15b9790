"""Which tests a resource gets, and with which views (pure)."""

from collections.abc import Iterator
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.samples.makers import maker_role
from backstay.build.artifact import Artifact
from backstay.build.render import context_of
from backstay.build.views.service import service_view
from backstay.build.views.testing.acting import acting_tests_view
from backstay.build.views.testing.actions import action_tests_view
from backstay.build.views.testing.actors import actors_of
from backstay.build.views.testing.api import api_tests_view
from backstay.build.views.testing.behaviour import behaviour_tests_view
from backstay.build.views.testing.computed import computed_tests_view
from backstay.build.views.testing.factory import factory_view
from backstay.build.views.testing.refusals import refusals_view
from backstay.build.views.testing.unit import service_tests_view
from backstay.build.views.testing.values import values_view

_TESTS = "resource/tests"
_API = f"{_TESTS}/integration/api"
_UNIT = f"{_TESTS}/unit/services/test_{{{{ n.module }}}}"


def tests_of(blueprint: Blueprint, resource: Resource) -> Iterator[Artifact]:
    """The factory of a resource, and the tests of what it does and refuses."""
    factory = context_of(factory_view(blueprint, resource))
    if not maker_role(blueprint, resource):
        why = f"not tested: nobody can create a row of {resource.name} and see it"
        factory["untested"] = (why,)
    yield Artifact(f"{_TESTS}/factories/{{{{ n.module }}}}.py.jinja", factory)
    if resource.login:
        yield Artifact(f"{_TESTS}/factories/auth.py.jinja", factory)
    computed = computed_tests_view(blueprint, resource)
    if computed.computed:
        yield Artifact(
            f"{_TESTS}/unit/models/test_{{{{ n.module }}}}.py.jinja", context_of(computed)
        )
    if not maker_role(blueprint, resource):
        return
    api = context_of(api_tests_view(blueprint, resource))
    yield Artifact(f"{_API}/test_{{{{ n.table }}}}.py.jinja", api)
    values = context_of(values_view(blueprint, resource))
    yield Artifact(f"{_API}/test_{{{{ n.table }}}}_values.py.jinja", values)
    refusals = context_of(refusals_view(blueprint, resource))
    yield Artifact(f"{_API}/test_{{{{ n.table }}}}_refusals.py.jinja", refusals)
    actions = action_tests_view(blueprint, resource)
    if actions.happening or actions.refused:
        yield Artifact(f"{_API}/test_{{{{ n.table }}}}_actions.py.jinja", context_of(actions))
    yield from _units(blueprint, resource, factory)


def _units(blueprint: Blueprint, resource: Resource, factory: dict[str, Any]) -> Iterator[Artifact]:
    held = behaviour_tests_view(blueprint, resource)
    acting = acting_tests_view(blueprint, resource)
    actors = actors_of(blueprint, resource)
    alone = service_tests_view(blueprint, resource, actors, held.right_tests)
    doing = context_of(service_view(blueprint, resource), alone)
    service = {"named": factory["named"], "owners": held.owners} | doing
    service["untested"] = (*acting.untested, *held.unbroken)
    behaviour = context_of(held)
    yield Artifact(f"{_UNIT}_service.py.jinja", service)
    if held.broken:
        yield Artifact(f"{_UNIT}_rules.py.jinja", behaviour)
    if held.flow_tests:
        yield Artifact(f"{_UNIT}_flow.py.jinja", behaviour)
    if held.right_tests:
        yield Artifact(f"{_UNIT}_policy.py.jinja", behaviour | context_of(alone))
    if acting.happening or acting.refused:
        yield Artifact(f"{_UNIT}_actions.py.jinja", context_of(held, acting, alone))
