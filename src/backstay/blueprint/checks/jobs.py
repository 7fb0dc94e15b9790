"""Jobs: a cause each, known events, amounts within limits (BS703 to BS705)."""

from backstay.blueprint.checks.drafts import ContractDraft
from backstay.blueprint.checks.names import name_fits
from backstay.blueprint.contract import Job
from backstay.blueprint.forms.amounts import seconds
from backstay.blueprint.forms.schedule import read_event, read_schedule
from backstay.blueprint.mistakes import quoted
from backstay.blueprint.reading.entries import entries, known, text_in, whole
from backstay.blueprint.reading.nodes import Entry, Node
from backstay.blueprint.words import EVENTS

MOST_RETRIES = 20
MOST_TIME = "1h"


def read_jobs(draft: ContractDraft, node: Node) -> None:
    """Every job."""
    for entry in entries(draft.mistakes, node, "jobs").values():
        name_fits(draft.mistakes, entry.key, "a job")
        _read(draft, entry)


def _read(draft: ContractDraft, entry: Entry) -> None:
    mistakes = draft.mistakes
    keys = known(mistakes, entry.value, "a job")
    if keys and ("on" in keys) == ("every" in keys):
        message = "a job has either `on` or `every`"
        message += ", not both" if "on" in keys else ""
        mistakes.add(entry.key.place(), "BS703", message, hint="on: User created")
    resource, event = _event(draft, keys["on"]) if "on" in keys else ("", "")
    retries = (
        whole(mistakes, keys["retries"], "retries", 0, MOST_RETRIES) if "retries" in keys else 3
    )
    timeout = seconds(mistakes, keys["timeout"], "timeout", MOST_TIME) if "timeout" in keys else 300
    queue = text_in(mistakes, keys["queue"], "queue") if "queue" in keys else None
    if queue:
        name_fits(mistakes, queue, "a queue")
    job = Job(
        name=entry.key.value,
        at=entry.key.place(),
        resource=resource,
        event=event,
        every=read_schedule(mistakes, keys["every"]) if "every" in keys else "",
        queue=queue.value if queue else "default",
        retries=3 if retries is None else retries,
        timeout=300 if timeout is None else timeout,
    )
    draft.jobs.append(job)


def _event(draft: ContractDraft, node: Node) -> tuple[str, str]:
    said = read_event(draft.mistakes, node)
    if said is None:
        return "", ""
    name, event = said
    resource = draft.resources.get(name.text)
    if resource is None:
        message, allowed = f"unknown resource {quoted(name.text)}", tuple(draft.resources)
        draft.mistakes.add(name.at, "BS309", message, word=name.text, allowed=allowed)
        return "", ""
    events = (*EVENTS, *resource.action_names)
    if event.text not in events:
        message = f"{name.text} has no event {quoted(event.text)}"
        draft.mistakes.add(event.at, "BS704", message, word=event.text, allowed=events)
    return name.text, event.text
