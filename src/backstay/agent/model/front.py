"""The front door to a model: a task that no sentence says is given to the one that is named."""

import asyncio
from pathlib import Path

from backstay.agent.activation.route import route
from backstay.agent.activation.task import Task
from backstay.agent.definitions.roster import load_roster
from backstay.agent.model.commission import Commission
from backstay.agent.model.drive import Say, drive
from backstay.agent.model.ending import Driven, Ending
from backstay.agent.model.provider import NoModelError, model_of
from backstay.agent.model.worktree import NoWorktreeError
from backstay.detect.survey import detect

BACKEND = "backend"


def by_model(root: Path, text: str, name: str, home: Path | None, say: Say) -> Driven:
    """Have a model carry a task out.

    Args: root, the project; text; name, `PROVIDER:MODEL`; home, whose own agents take part.
    """
    roster = load_roster(root, home)
    chosen = route(Task(text), roster.definitions, detect(root).main).chosen
    definition = chosen.definition if chosen else roster.named(BACKEND)
    if definition is None:
        return Driven(Ending.FAILED, ("no specialist is known here; see `backstay agents list`",))
    try:
        given = Commission(root, text, model_of(name), definition, roster)
        say(f"{definition.name} works on it, by {name}")
        return asyncio.run(drive(given, say))
    except (NoModelError, NoWorktreeError) as error:
        return Driven(Ending.FAILED, (str(error),))
