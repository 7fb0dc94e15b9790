"""What the tools answer: each result says whether it went well, in a sentence, and what next."""

from typing import Any

from pydantic import BaseModel, ConfigDict


class Result(BaseModel):
    """What all results share; `evidence` are places, `path:line` or a file."""

    model_config = ConfigDict(extra="forbid")

    ok: bool
    summary: str
    next_actions: list[str] = []
    evidence: list[str] = []


class Detected(Result):
    """What the project is made of."""

    variables: dict[str, str]
    facts: dict[str, list[str]]


class Routed(Result):
    """Who should do it, the best first."""

    agent: str
    ranked: list[dict[str, Any]]


class Designed(Result):
    """Operations, or the mistakes of the draft."""

    errors: list[str]
    operations: list[dict[str, Any]]


class Built(Result):
    """Files by what happens to them."""

    files: dict[str, list[str]]
    diff: str


class FindingOut(BaseModel):
    """One finding."""

    rule: str
    path: str
    line: int
    message: str
    fix: str
    command: str


class Checked(Result):
    """What is wrong."""

    findings: list[FindingOut]


class Existing(Result):
    """What is alike."""

    candidates: list[dict[str, Any]]


class Tested(Result):
    """One line per kind of test."""

    lines: list[dict[str, Any]]


class Audited(Result):
    """Holes, and what was not looked at."""

    findings: list[FindingOut]
    open_operations: list[str]
    not_run: list[str]


class Monitored(Result):
    """Files that were written."""

    files: list[str]


class Proved(Result):
    """Gates and checklist."""

    gates: dict[str, str]
    checklist: dict[str, str]
    sentence: str


class Accepted(Result):
    """Recorded, or refused with the differences."""

    differences: list[str]
    timeline_entry: str
    sentence: str


class Ticket(Result):
    """A handoff, and whether it may run."""

    status: str
    agent: str
    prompt: str


class Explained(Result):
    """The page of a rule."""

    page: str
