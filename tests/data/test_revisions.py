"""Which migration is the newest, read without running any of them."""

from pathlib import Path

import pytest

from backstay.data.revisions import head_of


def migration(folder: Path, revision: str, down: object) -> None:
    text = f'"""A migration."""\nimport nothing_at_all\nrevision: str = {revision!r}\n'
    (folder / f"{revision}.py").write_text(f"{text}down_revision = {down!r}\nleft, right = 1, 2\n")


def test_no_migrations_have_no_head(tmp_path: Path):
    (tmp_path / "helpers.py").write_text("revision = None\n")
    assert head_of(tmp_path) is None


def test_the_newest_is_what_nothing_follows(tmp_path: Path):
    for revision, down in (("a", None), ("b", "a"), ("c", "a"), ("d", ("b", "c"))):
        migration(tmp_path, revision, down)
    assert head_of(tmp_path) == "d"


def test_two_newest_must_be_merged(tmp_path: Path):
    for revision, down in (("a", None), ("b", "a"), ("c", "a")):
        migration(tmp_path, revision, down)
    with pytest.raises(ValueError, match=r"two newest migrations: b, c; run `alembic merge heads`"):
        head_of(tmp_path)
