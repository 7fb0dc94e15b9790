"""Models, services and migrations are read from the code, and what is new is told apart."""

from pathlib import Path

from backstay.agent.tree.facts import added, facts_of

EXAMPLE = Path(__file__).parents[3] / "examples" / "timetrack"
FLAT = {
    "models.py": "from sqlalchemy import Column\nclass Base: pass\n"
    "class Item(Base):\n    __tablename__ = 'items'\n    id = Column(1)\n    name = Column(2)\n"
    "    note = 'none'\nclass Dto(Base):\n    x: int\n",
    "sql.py": "from sqlmodel import SQLModel\nclass Hero(SQLModel, table=True):\n    id: int\n",
    "dj.py": "from django.db import models\nclass Book(models.Model):\n"
    "    title = models.CharField()\n",
    "services/mailer.py": "def send(): ...\n",
    "migrations/versions/1_x.py": "revision = '1'\ndown_revision = None\n",
    "shop/migrations/0001_initial.py": "x = 1\n",
}


def test_a_built_project_is_read_whole() -> None:
    facts = facts_of(EXAMPLE)

    assert [one.name for one in facts.models] == ["Task", "TimeEntry", "User"]
    assert facts.models[0].fields == ("id", "title", "description", "status", "owner_id")
    assert "TaskService" in [one.name for one in facts.services]
    assert [one.name for one in facts.migrations] == [
        *("0001_backstay", "0002_users", "0003_tasks", "0004_time_entries"),
    ]


def test_other_styles_are_read_too(make) -> None:
    facts = facts_of(make(FLAT))

    assert {one.name: one.fields for one in facts.models} == {
        "Item": ("id", "name"),
        "Hero": ("id",),
        "Book": ("title",),
    }
    assert [one.name for one in facts.services] == ["mailer.py"]
    assert [one.name for one in facts.migrations] == ["0001_initial", "1_x"]


def test_what_is_new_is_told_apart(make) -> None:
    before = facts_of(make(FLAT))
    after = facts_of(make({"models.py": FLAT["models.py"] + "    y: int\n", "sql.py": ""}))
    more = facts_of(make({"models.py": FLAT["models.py"].replace("note = 'none'", "z: int")}))

    assert added(before, after).models == ()
    assert [one.name for one in added(before, more).models] == ["Item"]
    assert added(before, more).services == ()
