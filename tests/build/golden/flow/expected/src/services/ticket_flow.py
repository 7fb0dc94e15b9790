"""The steps between the states of tickets; nobody is above them."""

from collections.abc import Mapping
from typing import Any

from src.core.exceptions import FlowRefused
from src.models.ticket import Ticket, TicketKind, TicketState

STATE_STEPS: dict[TicketState, set[TicketState]] = {
    TicketState.NEW: {TicketState.OPEN},
    TicketState.OPEN: {TicketState.DONE},
    TicketState.DONE: {TicketState.OPEN},
}
KIND_STEPS: dict[TicketKind, set[TicketKind]] = {
    TicketKind.BUG: {TicketKind.WISH},
    TicketKind.WISH: {TicketKind.BUG},
}


def start(values: Mapping[str, Any]) -> None:
    """Refuse a new ticket that does not begin at the beginning.

    Args: values, of the new ticket.
    Raises: FlowRefused.
    """
    if values.get("state", TicketState.NEW) is not TicketState.NEW:
        raise FlowRefused("state")
    if values.get("kind", TicketKind.BUG) is not TicketKind.BUG:
        raise FlowRefused("kind")


def step(ticket: Ticket, values: Mapping[str, Any]) -> None:
    """Refuse a change of state that is no step; the same state again is no change.

    Args: ticket, as it is stored; values, the new ones.
    Raises: FlowRefused.
    """
    state_ = ticket.state
    if values.get("state", state_) not in STATE_STEPS[state_] | {state_}:
        raise FlowRefused("state")
    kind = ticket.kind
    if values.get("kind", kind) not in KIND_STEPS[kind] | {kind}:
        raise FlowRefused("kind")
