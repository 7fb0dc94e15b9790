"""Times of a job as a sentence says them, in the contract's words."""

import re

from backstay.agent.phrases.vocabulary import DAYS, plain

_FORMS = (
    re.compile(r"^(?P<n>\d+) (?P<unit>minutes|hours|heures)$"),
    re.compile(r"^(?:(?P<unit>hour|heure))$"),
    re.compile(r"^(?P<day>day|jour|\w+) (?:at |a )?(?P<time>\d{1,2}[:h]\d{2})$"),
)


def schedule(text: str) -> str:
    """`monday at 8:00` and `lundi à 8h00` as `monday 08:00`; empty when it is none of these."""
    said = plain(text).strip()
    for form in _FORMS:
        if match := form.match(said):
            return _written(match.groupdict())
    return ""


def _written(said: dict[str, str | None]) -> str:
    if said.get("n"):
        unit = "hours" if said["unit"] in ("hours", "heures") else "minutes"
        return f"{said['n']} {unit}"
    if said.get("unit"):
        return "hour"
    day = said["day"] or ""
    name = "day" if day in ("day", "jour") else DAYS.get(day, day)
    hours, minutes = re.split("[:h]", said["time"] or "")
    return f"{name} {int(hours):02}:{minutes}"
