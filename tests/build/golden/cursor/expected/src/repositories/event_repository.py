"""Every query on events."""

from backstay.data import CursorPage, Listing, SqlRepository
from sqlalchemy import bindparam, select, true

from src.core.security import Role
from src.models.event import Event
from src.schemas.event import EventQuery

ALL = select(Event)
LISTING = Listing(
    filters={
        "kind": Event.kind == bindparam("kind"),
        "at_from": Event.at >= bindparam("at_from"),
        "at_to": Event.at < bindparam("at_to"),
    },
    sort={"at": Event.at},
    default="-at",
)


class EventRepository(SqlRepository[Event]):
    """Admins see every row."""

    model = Event
    visible = {Role.ADMIN: true()}

    async def page_of(self, query: EventQuery) -> CursorPage[Event]:
        """One page of events.

        Args: query, what the client asked for.
        Returns: the page.
        """
        return await self.cursor_page(ALL, LISTING, query)
