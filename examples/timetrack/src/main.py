"""The application: settings in, a FastAPI application out."""

from pathlib import Path

from backstay.telemetry.logging import configure
from backstay.web import Service

from src.api.middleware import MIDDLEWARE
from src.api.routes import routers
from src.core.config import Settings, get_settings, logging_config
from src.models.user import User

MIGRATIONS = Path(__file__).parent.parent / "config" / "alembic" / "versions"


def create_app(settings: Settings | None = None) -> Service:
    """Build the service, with every router of `src/api/routes` under the prefix."""
    settings = settings or get_settings()
    service = Service(settings, accounts=User, migrations=MIGRATIONS, middleware=MIDDLEWARE)
    for router in routers():
        service.include_router(router, prefix=settings.api_prefix)
    return service


def start() -> Service:
    """For the server: logging first, then the service."""
    settings = get_settings()
    configure(logging_config(), settings.level, readable=not settings.production)
    return create_app(settings)
