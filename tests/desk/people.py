"""Short ways to rows: an account, a note of its owner."""

from typing import Any

from backstay.data import SYSTEM, Caller, UnitOfWork
from backstay.data.database import Database
from tests.desk.models import Note, Role
from tests.desk.repositories import Accounts, Notes


async def account(database: Database, name: str = "ann", role: Role = Role.MEMBER) -> Caller:
    """A new account, as the caller that it is."""
    work = UnitOfWork(database)
    made = Accounts(work, SYSTEM).add({"email": f"{name}@desk.test", "role": role})
    await work.commit()
    return Caller(made.id, role)


async def note(database: Database, owner: Caller, title: str = "a note", **values: Any) -> Note:
    """A new note of its owner."""
    work = UnitOfWork(database)
    made = Notes(work, owner).add({"title": title, "owner_id": owner.user_id, **values})
    await work.commit()
    return made


def notes(database: Database, caller: Caller) -> Notes:
    """The notes as the caller sees them, in a unit of work of their own."""
    return Notes(UnitOfWork(database), caller)
