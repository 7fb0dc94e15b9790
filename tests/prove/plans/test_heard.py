import pickle
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from backstay.prove.plans import overhear
from backstay.prove.plans.answers import _once
from backstay.prove.plans.heard import Ear, Statement

SCRIPT = """
import sqlite3
with sqlite3.connect(":memory:") as connection:
    connection.execute("CREATE TABLE a (b TEXT)")
    connection.execute("INSERT INTO a VALUES (?)", ("it's",))
    connection.execute("SELECT b FROM a WHERE b = ?", ("x",)).fetchall()
connection.close()
"""


def run(folder: Path, script: str) -> Ear:
    """A program that is overheard, after it has ended."""
    file = folder / "overheard"
    hook = folder / "sitecustomize.py"
    hook.write_text(Path(overhear.__file__).read_text(encoding="utf-8"), encoding="utf-8")
    environment = {"PYTHONPATH": str(folder), "BACKSTAY_OVERHEARD": str(file)}
    subprocess.run([sys.executable, "-c", script], check=True, env=environment)
    return Ear("", file)


def test_a_process_that_is_overheard_tells_its_statements_with_their_values(tmp_path):
    ear = run(tmp_path, SCRIPT)
    heard = [one.sql for one in ear.since()]
    assert "SELECT b FROM a WHERE b = 'x'" in heard
    assert any("it''s" in sql for sql in heard)
    assert ear.since() == []


def test_prepared_statements_tell_their_values_apart(tmp_path):
    script = """
import enum, asyncio
from asyncpg import prepared_stmt
class Kind(str, enum.Enum):
    A = "a"
class Fake(prepared_stmt.PreparedStatement):
    def __init__(self): pass
    def get_query(self): return "SELECT $1"
try:
    asyncio.run(Fake().fetch(Kind.A))
except Exception:
    pass
"""
    assert run(tmp_path, script).since() == [Statement("SELECT $1", ("a",))]


def test_who_is_not_overheard_says_nothing(tmp_path):
    hook = tmp_path / "sitecustomize.py"
    hook.write_text(Path(overhear.__file__).read_text(encoding="utf-8"), encoding="utf-8")
    subprocess.run([sys.executable, "-c", SCRIPT], check=True, env={"PYTHONPATH": str(tmp_path)})
    assert Ear("", tmp_path / "overheard").since() == []


def test_one_statement_is_one_record(tmp_path, monkeypatch):
    file = tmp_path / "file"
    monkeypatch.setattr(overhear, "FILE", str(file))
    overhear.write("SELECT 1", (1, None))
    assert pickle.loads(file.read_bytes()) == ("SELECT 1", (1, None))


def test_sqlite_is_wrapped_where_it_stands(tmp_path, monkeypatch):
    monkeypatch.setattr(overhear, "FILE", str(tmp_path / "file"))
    monkeypatch.setattr(sqlite3, "connect", sqlite3.connect)
    overhear.overhear_sqlite()
    connection = sqlite3.connect(":memory:")
    connection.execute("SELECT 1")
    connection.close()
    assert Ear("", tmp_path / "file").since() == [Statement("SELECT 1")]


async def test_asyncpg_is_wrapped_when_it_is_imported(tmp_path, monkeypatch):
    monkeypatch.setattr(overhear, "FILE", str(tmp_path / "file"))

    class PreparedStatement:
        def get_query(self):
            return "SELECT $1"

        async def fetch(self, *values: int) -> tuple[int, ...]:
            return values

    module = type(sys)("module")
    vars(module)["PreparedStatement"] = PreparedStatement
    overhear.overhear_asyncpg(module)
    assert await PreparedStatement().fetch(5) == (5,)
    assert Ear("", tmp_path / "file").since() == [Statement("SELECT $1", (5,))]


def test_the_finder_waits_for_one_module():
    finder = overhear.Finder()
    assert finder.find_spec("json") is None
    spec = finder.find_spec(overhear.WATCHED, [str(Path(sys.modules["asyncpg"].__path__[0]))])
    assert spec is not None
    assert finder.find_spec(overhear.WATCHED, ["/nowhere"]) is None


@pytest.mark.parametrize(
    ("statements", "left"),
    [
        (["SELECT 1", "SELECT 1"], ["SELECT 1"]),
        (["SELECT 1", "SELECT 2", "SELECT 1"], ["SELECT 1", "SELECT 2", "SELECT 1"]),
        (["SELECT 1", "PRAGMA journal_mode=WAL", "SELECT 1"], ["SELECT 1"]),
    ],
)
def test_what_begins_again_counts_once(statements, left):
    assert [one.sql for one in _once([Statement(sql) for sql in statements])] == left
