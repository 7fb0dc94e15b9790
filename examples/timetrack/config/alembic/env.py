"""Where Alembic learns about the tables and the database."""

from backstay.data.migrations import run

from src.core.config import settings
from src.models import metadata

run(metadata(), settings)
