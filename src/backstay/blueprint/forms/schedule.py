"""When a job runs: `User created`, or `monday 08:00`."""

import re

from backstay.blueprint.forms.grammar import parse, words
from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.reading.entries import text_in
from backstay.blueprint.reading.nodes import Node, Word
from backstay.blueprint.words import DAYS

CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]"
SCHEDULE = re.compile(
    rf"hour|([1-9]|[1-5][0-9]) minutes|([1-9]|1[0-9]|2[0-3]) hours"
    rf"|(day|{'|'.join(DAYS)}|month ([1-9]|1[0-9]|2[0-8])) {CLOCK}"
)
SCHEDULES = ("hour", "N minutes", "N hours", "day HH:MM", "monday HH:MM", "month N HH:MM")
HINTS = {
    "minutes": "1 to 59 minutes; `hour` is every hour",
    "hours": "1 to 23 hours; `day 08:00` is every day",
    "month": "days 1 to 28, which every month has",
}


def read_event(mistakes: Mistakes, node: Node) -> tuple[Word, Word] | None:
    """The resource and the event of `on`; None after a mistake."""
    text = text_in(mistakes, node, "an event")
    tree = parse(mistakes, "event", text) if text else None
    if text is None or tree is None:
        return None
    resource, event = words(text, tree)
    return resource, event


def read_schedule(mistakes: Mistakes, node: Node) -> str:
    """The schedule of `every`, single-spaced; empty after a mistake."""
    text = text_in(mistakes, node, "a schedule")
    tree = parse(mistakes, "schedule", text) if text else None
    if text is None or tree is None:
        return ""
    said = words(text, tree)
    schedule = " ".join(word.text for word in said)
    if SCHEDULE.fullmatch(schedule):
        return "hour" if schedule == "1 hours" else schedule
    hint = next((hint for word, hint in HINTS.items() if word in schedule.split()), "")
    message = f"cannot read the schedule {quoted(schedule)}"
    mistakes.add(said[0].at, "BS705", message, allowed=SCHEDULES, hint=hint)
    return ""
