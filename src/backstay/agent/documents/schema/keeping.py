"""How the data is backed up and restored, and what is known of how long that takes (R-177)."""

from collections.abc import Iterator

from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import fenced, prose, table

TARGETS = (
    (
        "RPO, what may be lost",
        "as long as the time between two backups; PostgreSQL's archived WAL makes it seconds",
        "the schedule of whoever runs it decides",
    ),
    (
        "RTO, how long until it serves again",
        "not measured: no restore was rehearsed",
        "`time pg_restore ...` of a full backup into an empty database, then `curl /ready`",
    ),
)


def keeping(material: Material) -> Iterator[str]:
    """The procedures of both databases, then RTO and RPO."""
    service = material.blueprint.service
    yield from prose(
        "PostgreSQL: a consistent copy while the service runs, and the way back into an empty",
        "database. Stop the service before a restore; migrate after it, for a backup may be",
        "older than the code.",
    )
    yield ""
    yield from fenced(
        "sh",
        (
            f'pg_dump --format=custom --file={service}.dump "$DATABASE_URL"',
            f'pg_restore --exit-on-error --no-owner --dbname="$EMPTY_DATABASE_URL" {service}.dump',
            "make migrate",
            "curl --fail http://127.0.0.1:8000/ready",
        ),
    )
    yield from prose("SQLite: copying the file alone misses what stands in the `-wal` file.")
    yield ""
    yield from fenced(
        "sh",
        (
            f"sqlite3 {service}.sqlite \".backup '{service}.backup.sqlite'\"",
            f"sqlite3 {service}.backup.sqlite 'PRAGMA integrity_check'",
        ),
    )
    yield from table(("target", "value", "measured by"), TARGETS)
    yield from prose(
        "Keep backups elsewhere, encrypted, and restore one on a schedule: one that was never",
        "restored is not a backup.",
    )
