"""Short ways to rows: an account, a note of its owner, how many there are."""

from typing import Any

from sqlalchemy import func, select

from backstay.data import SYSTEM, Caller, UnitOfWork
from backstay.data.database import Database
from backstay.data.prepared import Prepared
from tests.desk.models import Label, Note, Role
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


async def amount(database: Database, model: type[Note] | type[Label] = Note) -> int:
    """How many rows there really are."""
    prepared = Prepared(select(func.count()).select_from(model), database.driver.dialect)
    return int((await database.driver.fetch(prepared, []))[0][0])
