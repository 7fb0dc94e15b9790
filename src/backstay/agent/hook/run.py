"""Runs one hook: reads the payload, does what its event asks, answers in the host's way.

Its own failure never stops anybody's work: it is told on standard error and the exit is 1, which
hosts show and pass over. BACKSTAY_HOOK_CLOSED=1 makes it 2, which they do not.
"""

import os
import sys
from pathlib import Path

from backstay.agent.hook.answer import QUIET, Answer, corrected, denied, held, told
from backstay.agent.hook.memory import Memory
from backstay.agent.hook.payload import Event, PayloadError, read_event
from backstay.agent.policy.confine import OutsideError, relative


def answer(text: str, argument: str = "", agent: str = "") -> Answer:
    """The answer to a payload; nothing is raised.

    Args:
        text: The payload.
        argument: The event, for hosts that do not say it.
        agent: The specialist for whom the hook is installed, if for one.
    """
    try:
        event = read_event(text, argument)
        return _answered(event, _root(event), agent or event.agent)
    except PayloadError as error:
        return _failed(f"backstay hook: {error}")
    except Exception as error:  # noqa: BLE001 a hook that crashes must not stop an agent
        why = f"{type(error).__name__}: {error}"
        return _failed(f"backstay hook failed, which is a defect; nothing was checked: {why}")


def _failed(message: str) -> Answer:
    return Answer(2 if os.environ.get("BACKSTAY_HOOK_CLOSED") == "1" else 1, "", message)


def _root(event: Event) -> Path:
    """The project that the event is about: where the host works, or above it."""
    place = Path(event.root or os.environ.get("CLAUDE_PROJECT_DIR", "") or Path.cwd())
    if not place.is_dir():
        raise PayloadError(f"{place} is no folder")
    from backstay.prove.checking.root import project_of  # noqa: PLC0415 - loads when needed

    return project_of([place])


def _answered(event: Event, root: Path, agent: str) -> Answer:
    if event.kind in ("before", "shell"):
        return _before(event, root, agent)
    memory = Memory(root, event.session)
    if event.kind == "after":
        return _after(event, root, memory)
    if event.kind == "start":
        from backstay.agent.hook.digest import digest  # noqa: PLC0415 - as above

        text = digest(root)
        return told(event, text) if text else QUIET
    return _stop(event, root, memory)


def _before(event: Event, root: Path, agent: str) -> Answer:
    from backstay.agent.hook.guard import forbidden  # noqa: PLC0415 - as above

    writes = None
    if agent:
        from backstay.agent.definitions.roster import load_roster  # noqa: PLC0415 - as above

        known = load_roster(root).named(agent)
        writes = known.writes if known else None
    why = forbidden(event, root, writes)
    return denied(event, why) if why else QUIET


def _after(event: Event, root: Path, memory: Memory) -> Answer:
    paths = tuple(_inside(root, event.paths))
    if not paths or event.host == "cursor":
        return QUIET
    from backstay.agent.hook.edits import findings_of, lines_of  # noqa: PLC0415 - as above

    found = findings_of(root, paths, memory)
    return corrected(event, lines_of(found)) if found else QUIET


def _inside(root: Path, paths: tuple[str, ...]) -> list[str]:
    """The edited files of this project; those elsewhere are somebody else's."""
    found = []
    for path in paths:
        try:
            found.append(relative(root, path))
        except OutsideError:
            continue
    return found


def _stop(event: Event, root: Path, memory: Memory) -> Answer:
    memory.end_turn()
    if event.again or not memory.may_block():
        return QUIET
    from backstay.agent.hook.stop import left_to_do  # noqa: PLC0415 - as above

    reason = left_to_do(root)
    if not reason:
        return QUIET
    memory.blocked()
    return held(event, reason)


def main(words: list[str] | None = None) -> None:
    """The command: payload on standard input, event perhaps as the first of the words.

    Args:
        words: What follows the command's name; as the process was given it by default.
    """
    words = sys.argv[1:] if words is None else words
    agent = words[words.index("--agent") + 1] if "--agent" in words[:-1] else ""
    names = [one for one in words if not one.startswith("-") and one != agent]
    said = answer(sys.stdin.read(), names[0] if names else "", agent)
    if said.out:
        sys.stdout.write(f"{said.out}\n")
    if said.error:
        sys.stderr.write(f"{said.error}\n")
    sys.exit(said.code)
