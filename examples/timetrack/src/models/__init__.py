"""What is stored."""

from importlib import import_module
from pkgutil import iter_modules

from backstay.data import Entity
from sqlalchemy import MetaData


def metadata() -> MetaData:
    """Every table of the service: those of this folder, and Backstay's own."""
    own = [f"{__name__}.{module.name}" for module in iter_modules(__path__)]
    for name in ("backstay.auth.tables", "backstay.data.idempotency", *own):
        import_module(name)
    return Entity.metadata
