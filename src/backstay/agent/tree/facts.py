"""All that the tree says about a service, in one reading."""

from dataclasses import dataclass
from pathlib import Path

from backstay.agent.tree.layers import Named, migrations_of, services_of
from backstay.agent.tree.models import Model, models_of
from backstay.agent.tree.modules import read_modules
from backstay.agent.tree.routes import Route, routes_of


@dataclass(frozen=True, slots=True)
class Facts:
    """Routes, models, services and migrations as the code has them now."""

    routes: tuple[Route, ...] = ()
    models: tuple[Model, ...] = ()
    services: tuple[Named, ...] = ()
    migrations: tuple[Named, ...] = ()


def facts_of(root: Path) -> Facts:
    """Read the tree; nothing of it is run."""
    modules = read_modules(root)
    return Facts(
        routes_of(modules), models_of(modules), services_of(modules), migrations_of(modules)
    )


def added(before: Facts, after: Facts) -> Facts:
    """What `after` has and `before` had not; models also when they have gained fields."""
    routes = {str(one) for one in before.routes}
    models = {(one.name, one.fields) for one in before.models}
    services = {one.name for one in before.services}
    migrations = {one.name for one in before.migrations}
    return Facts(
        tuple(one for one in after.routes if str(one) not in routes),
        tuple(one for one in after.models if (one.name, one.fields) not in models),
        tuple(one for one in after.services if one.name not in services),
        tuple(one for one in after.migrations if one.name not in migrations),
    )
