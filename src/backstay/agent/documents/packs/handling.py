"""docs/error-handling.md: how errors are made, told, repeated and looked into (R-183, R-156)."""

from collections.abc import Iterator
from itertools import groupby

from backstay.agent.documents.api.failures import catalogue
from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import code, codes, prose, table
from backstay.blueprint.contract import Resource
from backstay.blueprint.expressions import show

SERVER = 500
LOOK = {
    "internal_error": "the log line with its request_id: it holds the cause with its traceback",
    "unavailable": "/ready, which says what is away",
    "database_unavailable": "the database, then DATABASE_URL and the network between",
    "pool_exhausted": "slow statements (`db_request_duration_seconds`), then DB_POOL_SIZE",
    "overloaded": "CPU of the process and the rate of requests; more workers, or fewer requests",
    "deadline_exceeded": "the route's latency, its statements and their plans",
    "rate_limited": "who asks so often; REQUESTS, if it is right that they do",
    "request_timeout": "clients or proxies that send slowly; BODY_DEADLINE",
}
"""Where an operator looks first, by code."""


def strategy(material: Material) -> Iterator[str]:
    """The principles, and where each stands in the code."""
    package = material.blueprint.layout
    yield from prose(
        "- One family: every error that a client is told is a class with status, code,",
        f"message and remedy. `{package}/core/exceptions.py` lists them; routes declare",
        "theirs, and OpenAPI, tests and the documents are made from the same classes.",
    )
    yield from prose(
        f"- Services raise, routes do not: `{package}/services` raises errors in the domain's",
        "words, one handler turns them into the envelope. There is no catch-all `except`",
        "(rule ERR001).",
    )
    yield from prose(
        "- Raising rolls back: a request is one transaction, committed before the answer",
        "leaves. No answer tells of what did not happen.",
    )
    yield from prose(
        "- What the database refuses becomes an error of the domain: a unique index",
        "`not_unique`, a foreign key `unknown_reference` or `still_referenced`, a stale",
        "version `edited_meanwhile`.",
    )
    yield from prose(
        "- Causes are logged under the request_id and never told. What was sent is never",
        "repeated.",
    )
    yield from prose("- What is not the caller's looks like what is missing: 404.")
    yield from prose(
        "- What cannot be done in time is given up (504), what is too much is refused early",
        "(429, 503).",
    )


def families(material: Material) -> Iterator[str]:
    """Every code by status; the documentation of the API says what each means."""
    del material
    head = ("status", "codes")
    groups = groupby(catalogue(), key=lambda one: one.status)
    rows = ((str(status), codes(one.code for one in group)) for status, group in groups)
    yield from table(head, rows)
    yield from prose("[What each means, and what to do](api-documentation.md#errors).")


def refusals(material: Material) -> Iterator[str]:
    """What the contract's own rules are answered with."""
    rows = (row for one in material.blueprint.resources for row in _refusals(one))
    yield from table(("resource", "promise", "answer"), rows)


def _refusals(one: Resource) -> Iterator[tuple[str, str, str]]:
    for flow in one.flows:
        steps = ", ".join(f"{before} > {after}" for before, after in flow.edges)
        yield one.name, f"{flow.field}: {steps}", "409 `flow_refused` for any other change"
    for rule in one.rules:
        if rule.check is not None:
            yield one.name, f"{rule.name}: {code(show(rule.check))}", "422 `rule_broken`"
        else:
            when = f" when {show(rule.when)}" if rule.when else ""
            promise = f"unique {', '.join(rule.unique)}{when}"
            yield one.name, f"{rule.name}: {code(promise)}", "409 `not_unique`"
    for action in one.actions:
        if action.when is not None:
            yield one.name, f"{action.name} when {code(show(action.when))}", "409 `action_refused`"
    if one.lock:
        yield one.name, "lock: etag", "428 without If-Match, 412 for an older version"
    for field in one.fields:
        if field.unique:
            yield one.name, f"{field.name} is unique", "409 `not_unique`"


def repeating(material: Material) -> Iterator[str]:
    """What a client may send again, and how."""
    del material
    yield from table(
        ("answer", "again?"),
        (
            ("no answer, or 504", "reads: yes; POST: yes, with the same Idempotency-Key"),
            ("429, 503", "yes, after `Retry-After`"),
            ("409 `edited_meanwhile`, 412", "read it anew, then decide"),
            ("409 `idempotency_in_flight`", "yes, a little later, with the same key"),
            ("401 `token_invalid`", "yes, once, after a refresh"),
            ("any other 4xx", "no: the request has to change"),
            ("500", "no: tell the operators the request_id"),
        ),
    )


def runbook(material: Material) -> Iterator[str]:
    """For operators: where to look first, for what the service itself could not do."""
    del material
    yield from prose(
        "Take the `request_id` of the answer and find it in the log: one line for the",
        "request, and one with the cause.",
    )
    yield ""
    asked = (one for one in catalogue() if one.status >= SERVER or one.code in LOOK)
    rows = ((str(one.status), code(one.code), LOOK.get(one.code, "the log")) for one in asked)
    yield from table(("status", "code", "look at"), rows)
