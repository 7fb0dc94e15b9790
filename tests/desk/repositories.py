"""The desk's queries: members see their own notes, admins every note."""

from sqlalchemy import bindparam, select, true

from backstay.data import CALLER, SYSTEM, Listing, SqlRepository
from tests.desk.models import Account, Comment, Label, Note, Role

NOTES = select(Note)
LISTING = Listing(
    filters={
        "status": Note.status == bindparam("status"),
        "owner_id": Note.owner_id == bindparam("owner_id"),
        "price_from": Note.price >= bindparam("price_from"),
        "due_from": Note.due >= bindparam("due_from"),
        "due_to": Note.due < bindparam("due_to"),
    },
    search=(Note.title, Note.body),
    sort={
        "created_at": Note.created_at,
        "title": Note.title,
        "status": Note.status,
        "stars": Note.stars,
        "price": Note.price,
        "due": Note.due,
        "day": Note.day,
        "owner_id": Note.owner_id,
    },
    default="-created_at",
)
BY_EMAIL = select(Account).where(Account.email == bindparam("email"))
COMMENTS_IN = select(Comment).where(Comment.note_id == bindparam("note_id"))


class Accounts(SqlRepository[Account]):
    model = Account
    visible = {
        Role.ADMIN: true(),
        Role.MEMBER: Account.id == CALLER,
        SYSTEM.role: true(),
    }


class Notes(SqlRepository[Note]):
    model = Note
    visible = {Role.ADMIN: true(), Role.MEMBER: Note.owner_id == CALLER}
    restricted_by = (Label.note_id,)


class Comments(SqlRepository[Comment]):
    model = Comment
    visible = {Role.ADMIN: true(), Role.MEMBER: true()}


class Labels(SqlRepository[Label]):
    model = Label
    visible = {Role.ADMIN: true(), Role.MEMBER: true()}
