"""What callers may do with tickets."""

from uuid import UUID

from backstay.data import Caller, Match, Page

from src.core.exceptions import NotFound
from src.models.ticket import Ticket
from src.repositories.ticket_repository import TicketRepository
from src.schemas.ticket import TicketCreate, TicketQuery, TicketReplace, TicketUpdate
from src.services.ticket_flow import start, step


class TicketNotFound(NotFound):
    """There is no such ticket, or none that the caller may know of."""

    code, message = "ticket_not_found", "There is no such ticket."


class TicketService:
    """The rules of tickets; the unit of work around each request does the committing."""

    def __init__(self, tickets: TicketRepository, caller: Caller) -> None:
        self.tickets = tickets
        self.caller = caller

    async def page(self, query: TicketQuery) -> Page[Ticket]:
        """One page of the tickets that the caller may read.

        Args: query, what the client asked for.
        Returns: the page, and how many there are in all.
        """
        return await self.tickets.page_of(query)

    async def get(self, ticket_id: UUID) -> Ticket:
        """One ticket.

        Args: ticket_id.
        Returns: the ticket.
        Raises: TicketNotFound.
        """
        ticket = await self.tickets.find(ticket_id)
        if ticket is None:
            raise TicketNotFound
        return ticket

    async def create(self, data: TicketCreate) -> Ticket:
        """A new ticket.

        Args: data, its fields.
        Returns: the ticket as it will be stored.
        Raises: FlowRefused.
        """
        values = data.model_given()
        start(values)
        return self.tickets.add(values)

    async def change(
        self, ticket_id: UUID, match: Match, data: TicketReplace | TicketUpdate
    ) -> Ticket:
        """Change a ticket; what is left out stays as it is.

        Args: ticket_id; match, the version that is meant; data, the new values.
        Returns: the ticket as it will be stored.
        Raises: TicketNotFound, PreconditionFailed, FlowRefused, EditedMeanwhile.
        """
        values = data.model_given()
        ticket = await self.get(ticket_id)
        match.check(ticket)
        step(ticket, values)
        return self.tickets.change(ticket, values, match)

    async def delete(self, ticket_id: UUID, match: Match) -> None:
        """Delete a ticket.

        Args: ticket_id; match, the version that is meant.
        Raises: TicketNotFound, PreconditionFailed, EditedMeanwhile.
        """
        ticket = await self.get(ticket_id)
        match.check(ticket)
        self.tickets.remove(ticket, match)
