"""/events: HTTP in, HTTP out; the rules are in EventService."""

from typing import Annotated
from uuid import UUID

from backstay.data import CursorPage
from backstay.web import CursorPageOf, DataOf, MaybeMatch, OperationRoute, errors
from fastapi import APIRouter, Path, Query, status

from src.api.dependencies.events import Events
from src.core import exceptions
from src.core.exceptions import EditedMeanwhile, Forbidden, PreconditionFailed
from src.models.event import Event
from src.schemas.event import EventCreate, EventQuery, EventRead, EventReplace, EventUpdate
from src.services.event_service import EventNotFound

router = APIRouter(
    prefix="/events",
    tags=["events"],
    route_class=OperationRoute,
    responses=errors(*exceptions.OPEN, *exceptions.SIGNED_IN, Forbidden),
)

EventId = Annotated[UUID, Path(description="The id of the event.")]
CREATION = errors(*exceptions.BODY, Forbidden)
CHANGE = errors(*exceptions.BODY, EventNotFound, PreconditionFailed, EditedMeanwhile)
REMOVAL = errors(EventNotFound, PreconditionFailed, EditedMeanwhile)


@router.get("", response_model=CursorPageOf[EventRead], responses=errors(exceptions.CursorInvalid))
async def list_events(events: Events, query: Annotated[EventQuery, Query()]) -> CursorPage[Event]:
    """List the events that you may read."""
    return await events.page(query)


@router.post(
    "", response_model=DataOf[EventRead], status_code=status.HTTP_201_CREATED, responses=CREATION
)
async def create_event(events: Events, data: EventCreate) -> Event:
    """Create an event."""
    return await events.create(data)


@router.get("/{event_id}", response_model=DataOf[EventRead], responses=errors(EventNotFound))
async def get_event(events: Events, event_id: EventId) -> Event:
    """Get one event."""
    return await events.get(event_id)


@router.put("/{event_id}", response_model=DataOf[EventRead], responses=CHANGE)
async def replace_event(
    events: Events, event_id: EventId, match: MaybeMatch, data: EventReplace
) -> Event:
    """Replace an event: every field is needed."""
    return await events.change(event_id, match, data)


@router.patch("/{event_id}", response_model=DataOf[EventRead], responses=CHANGE)
async def update_event(
    events: Events, event_id: EventId, match: MaybeMatch, data: EventUpdate
) -> Event:
    """Change an event: what is left out stays as it is."""
    return await events.change(event_id, match, data)


@router.delete("/{event_id}", status_code=status.HTTP_204_NO_CONTENT, responses=REMOVAL)
async def delete_event(events: Events, event_id: EventId, match: MaybeMatch) -> None:
    """Delete an event."""
    await events.delete(event_id, match)
