"""Golden features: one contract each, and the files that show it, compared whole.

`python -m tests.build.features` writes them anew; the reviewer reads the difference.
"""

import tempfile
from pathlib import Path

from backstay.blueprint import load
from backstay.build.migrations import plan_migrations
from backstay.build.plan import artifacts_of
from backstay.build.render import formatted
from backstay.build.tables.derive import tables_of

GOLDEN = Path(__file__).parent / "golden"


def features() -> list[str]:
    """The names of all golden features."""
    return sorted(path.name for path in GOLDEN.iterdir() if (path / "contract.yaml").is_file())


def rendered(feature: str) -> dict[str, str]:
    """Every file of a feature's project, by path."""
    blueprint = load(GOLDEN / feature / "contract.yaml")
    tables = tables_of(blueprint)
    with tempfile.TemporaryDirectory() as folder:
        migrations = plan_migrations(Path(folder), None, tables)
    planned = [*artifacts_of(blueprint, tables), *migrations.artifacts]
    return formatted({one.path: one.text for one in planned}, "src")


def expected(feature: str) -> dict[str, str]:
    """The files that are kept of a feature."""
    folder = GOLDEN / feature / "expected"
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def renew() -> None:
    """Write the kept files anew; a file is kept by being there."""
    for feature in features():
        made = rendered(feature)
        for path in expected(feature):
            (GOLDEN / feature / "expected" / path).write_text(made[path])


if __name__ == "__main__":
    renew()
