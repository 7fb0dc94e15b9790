"""Which tests a resource gets, and with which views (pure)."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint, Resource
from backstay.build.artifact import Artifact
from backstay.build.render import context_of
from backstay.build.samples.makers import maker_role
from backstay.build.views.testing.actions import action_tests_view
from backstay.build.views.testing.api import api_tests_view
from backstay.build.views.testing.factory import factory_view
from backstay.build.views.testing.refusals import refusals_view

_TESTS = "resource/tests"
_API = f"{_TESTS}/integration/api"


def tests_of(blueprint: Blueprint, resource: Resource) -> Iterator[Artifact]:
    """The factory of a resource, and the tests of what it does and refuses."""
    factory = context_of(factory_view(blueprint, resource))
    yield Artifact(f"{_TESTS}/factories/{{{{ n.module }}}}.py.jinja", factory)
    if resource.login:
        yield Artifact(f"{_TESTS}/factories/accounts.py.jinja", factory)
    if not maker_role(blueprint, resource):
        return
    api = context_of(api_tests_view(blueprint, resource))
    yield Artifact(f"{_API}/test_{{{{ n.table }}}}.py.jinja", api)
    refusals = context_of(refusals_view(blueprint, resource))
    yield Artifact(f"{_API}/test_{{{{ n.table }}}}_refusals.py.jinja", refusals)
    actions = action_tests_view(blueprint, resource)
    if actions.actions:
        yield Artifact(f"{_API}/test_{{{{ n.module }}}}_actions.py.jinja", context_of(actions))
