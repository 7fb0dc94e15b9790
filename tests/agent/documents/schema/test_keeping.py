"""Backups have a procedure; RTO and RPO say what is not measured (R-177)."""

from backstay.agent.documents.schema.keeping import keeping


def test_both_databases_have_a_procedure(material) -> None:
    text = "\n".join(keeping(material()))

    assert "pg_dump --format=custom --file=timetrack.dump" in text
    assert "pg_restore --exit-on-error" in text
    assert "sqlite3 timetrack.sqlite \".backup 'timetrack.backup.sqlite'\"" in text


def test_no_time_is_invented(material) -> None:
    rows = [line for line in keeping(material()) if line.startswith("| R")]

    assert [row.split("|")[1].strip()[:3] for row in rows] == ["RPO", "RTO"]
    assert "not measured: no restore was rehearsed" in rows[1]
    assert "`time pg_restore" in rows[1]
