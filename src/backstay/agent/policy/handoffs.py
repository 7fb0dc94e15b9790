"""Handoffs: work is passed on, and where `send` is false a person is asked first (R-214)."""

from dataclasses import dataclass
from typing import Literal

from backstay.agent.definitions.model import Definition
from backstay.agent.definitions.roster import Roster

Status = Literal["ready", "needs_confirmation", "refused"]


@dataclass(frozen=True, slots=True)
class Ticket:
    """One handoff: to whom, with which words and files, and whether it may run."""

    agent: str
    label: str
    prompt: str
    artefacts: tuple[str, ...]
    status: Status
    message: str


def hand_over(
    roster: Roster,
    source: Definition,
    target: str,
    prompt: str = "",
    artefacts: tuple[str, ...] = (),
    *,
    confirmed: bool = False,
) -> Ticket:
    """A ticket for passing work on.

    Only a handoff that the source lists may run, and one that is not sent by itself waits for a
    person, whatever the agent says.
    """
    found = roster.named(target)
    if found is None:
        known = ", ".join(dict.fromkeys(one.name for one in roster.definitions))
        return Ticket(
            target, "", prompt, artefacts, "refused", f"nobody is called {target}; known: {known}"
        )
    listed = [
        one
        for one in source.handoffs
        if (agent := roster.named(one.agent)) and agent.name == found.name
    ]
    if not listed:
        message = f"{source.name} lists no handoff to {found.name}"
        return Ticket(found.name, "", prompt, artefacts, "refused", message)
    one = listed[0]
    words = prompt or one.prompt
    if one.send or confirmed:
        return Ticket(found.name, one.label, words, artefacts, "ready", "it may run")
    message = f"a person agrees first: backstay agents approve 'handoff {found.name}' --why ..."
    return Ticket(found.name, one.label, words, artefacts, "needs_confirmation", message)
