"""Migrations go up, down and up again, and end where the models are."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from backstay.data.revisions import head_of

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    """Alembic over a database of its own."""
    monkeypatch.chdir(ROOT)
    config = Config(str(ROOT / "alembic.ini"))
    config.attributes["database_url"] = f"sqlite:///{tmp_path}/migrations.sqlite"
    return config


def test_up_down_up_and_no_drift(config: Config) -> None:
    """Nothing is left behind on the way down, and nothing differs from the models at the end."""
    command.upgrade(config, "head")
    command.downgrade(config, "base")
    command.upgrade(config, "head")
    command.check(config)


def test_there_is_one_newest_migration() -> None:
    """Two heads would leave the order to chance."""
    assert head_of(ROOT / "config" / "alembic" / "versions") is not None
