"""JSON Schemas of the one-line forms: shapes that an editor can check while one types."""

from typing import Any, TypeAlias

from backstay.blueprint.kinds import WRITTEN
from backstay.blueprint.words import DAYS

Schema: TypeAlias = dict[str, Any]

WORD = r"[A-Za-z][A-Za-z0-9_]*"
NUMBER = r"-?[0-9][0-9_]*(\.[0-9]+)?"
RANGE = rf"({NUMBER})?\.\.({NUMBER})?"
TIME = r"[0-9][0-9_]*(\.[0-9]+)?(ms|s|m|h)"
PERCENT = r"[0-9][0-9_]*(\.[0-9]+)?%"
SIZE = r"[0-9][0-9_]*(KB|MB)"
SNAKE = r"[a-z][a-z0-9]*(_[a-z0-9]+)*"
PASCAL = r"[A-Z][A-Za-z0-9]*"
CLOCK = r"[0-9]{2}:[0-9]{2}"
MOST_NAME = 40


def form(pattern: str, description: str, *examples: str) -> Schema:
    """A text that is one form; spaces separate words and mean nothing else."""
    spaced = pattern.replace(" ", r"\s+").replace("~", r"\s*")
    return {
        "type": "string",
        "maxLength": 1000,
        "pattern": rf"^\s*{spaced}\s*$",
        "description": description,
        "examples": list(examples),
    }


def listed(pattern: str) -> str:
    """The pattern once or more, with commas between."""
    return f"({pattern})(~,~({pattern}))*"


def name(pattern: str) -> Schema:
    """A key that is a name."""
    return {"pattern": f"^{pattern}$", "maxLength": MOST_NAME}


def text(description: str) -> Schema:
    """Free text."""
    return {"type": "string", "minLength": 1, "description": description}


def words(description: str, pattern: str = WORD) -> Schema:
    """A list of words, none twice."""
    return {
        "type": "array",
        "items": {"type": "string", "pattern": f"^{pattern}$"},
        "minItems": 1,
        "uniqueItems": True,
        "description": description,
    }


def whole(low: int, high: int, description: str) -> Schema:
    """A whole number; with underscores it is text to some editors."""
    number = {"type": "integer", "minimum": low, "maximum": high}
    grouped = {"type": "string", "pattern": r"^[0-9][0-9_]*$"}
    return {"anyOf": [number, grouped], "description": description}


def either(*schemas: Schema) -> Schema:
    """Any of several forms."""
    return {"anyOf": list(schemas)}


KIND = (
    rf"((text|int|seconds)( {RANGE})?|decimal [0-9]+\.[0-9]+( {RANGE})?|{WORD}(~\|~{WORD})+"
    rf"|{'|'.join(kind for kind in WRITTEN if kind not in ('text', 'int', 'seconds', 'decimal'))}"
    rf"|{PASCAL})"
)
MODIFIER = (
    rf"(optional|unique|fixed|search|pii|computed|write {SNAKE}|was {SNAKE}"
    r"|on delete (restrict|cascade|set null))"
)
TYPE = form(
    rf"{KIND}(~=~[^=].*?)?(~,~{MODIFIER})*",
    "NAME: TYPE [BOUNDS] [= DEFAULT], MODIFIER, ...",
    "text 1..200, search",
    "open | done = open",
    "User = caller, on delete restrict",
)
ACCESS = form(listed(WORD), "all, or verbs", "all", "create, read, update, delete")
CHAIN = rf"{WORD}(~>~{WORD})+"
FLOW = form(listed(CHAIN), "the only changes of an enum field", "open > done, done > open")
RULE = text("a condition, or `unique A, B when ...`")
ACTION = form(r"set .+~=~.+", "set A = x when ..., else 409", "set end = now when end is null")
PAGE = form(listed(r"cursor|numbered|(default|max) [0-9_]+"), "paging", "cursor, max 50")
OBJECTIVE = form(
    listed(rf"p(50|95|99) {TIME}|errors {PERCENT}|simple|complex"),
    "the objective of one operation",
    "p95 150ms",
)
MIX = form(
    listed(rf"p(50|95|99) {TIME}|(errors|availability) {PERCENT}|at [0-9_]+ rps"),
    "the objective of every operation, and the rate of the whole mix",
    "p95 200ms, errors 0.1%, at 100 rps",
)
LIMITS = form(
    rf"[0-9_]+ per (second|minute|hour)(~,~body {SIZE})?",
    "requests per caller, greatest body",
    "600 per minute, body 1MB",
)
SPAN = form(TIME, "a time", "30s")
COVERAGE = form(PERCENT, "the lower of line and branch coverage", "90%")
EVENT = form(rf"{PASCAL} {SNAKE}", "created, updated, deleted or an action", "User created")
SCHEDULE = form(
    rf"(hour|[0-9]+ (minutes|hours)|(day|{'|'.join(DAYS)}|month [0-9]+) {CLOCK})",
    "when it runs, in UTC",
    "15 minutes",
    "monday 08:00",
)
DATA = form(listed(rf"[0-9_]+ {PASCAL}"), "rows to seed", "10_000 Task, 200 User")
LOAD = form(rf"[0-9_]+ users for {TIME}", "the load of the full proof", "100 users for 5m")
LOGIN = form(r"email~\+~password", "this resource holds the accounts", "email + password")
