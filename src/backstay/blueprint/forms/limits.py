"""Limits: `600 per minute, body 1MB`."""

from dataclasses import dataclass

from backstay.blueprint.forms.amounts import count, measured, span
from backstay.blueprint.forms.grammar import parse, words
from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.model import Limits
from backstay.blueprint.reading.entries import known, text_in
from backstay.blueprint.reading.nodes import Node, Pairs, Word

PER = {"second": 1, "minute": 60, "hour": 3600}
MOST_REQUESTS = 1_000_000
BODY = ("1KB", "16MB")


@dataclass(frozen=True, slots=True)
class LimitsSaid:
    """What `limits` says: requests per `second`, `minute` or `hour`, and the greatest body."""

    requests: tuple[int, str] | None = None
    body: int | None = None


def read_limits(mistakes: Mistakes, node: Node) -> Limits:
    """The limits; what is not said is as in contract.md 2.2."""
    said, usual = said_limits(mistakes, node), Limits()
    requests, seconds = usual.requests, usual.seconds
    if said.requests:
        requests, seconds = said.requests[0], PER[said.requests[1]]
    return Limits(requests, seconds, said.body or usual.body)


def said_limits(mistakes: Mistakes, node: Node) -> LimitsSaid:
    """What is said of limits, compact or long."""
    if isinstance(node, Pairs):
        return _long(mistakes, node)
    text = text_in(mistakes, node, "limits")
    tree = parse(mistakes, "limits", text) if text else None
    if text is None or tree is None:
        return LimitsSaid()
    number, per, unit, *body = words(text, tree)
    requests = _requests(mistakes, number, per, unit)
    if not body:
        return LimitsSaid(requests)
    if body[0].text != "body":
        message = f"limits cannot say {quoted(body[0].text)}"
        mistakes.add(body[0].at, "BS105", message, word=body[0].text, allowed=["body"])
        return LimitsSaid(requests)
    return LimitsSaid(requests, _body(mistakes, body[1]))


def _long(mistakes: Mistakes, node: Pairs) -> LimitsSaid:
    keys = known(mistakes, node, "limits")
    text = text_in(mistakes, keys["requests"], "requests") if "requests" in keys else None
    tree = parse(mistakes, "requests", text) if text else None
    requests = _requests(mistakes, *words(text, tree)) if text and tree else None
    body = span(mistakes, keys["body"], "body") if "body" in keys else None
    return LimitsSaid(requests, _body(mistakes, body) if body else None)


def _requests(mistakes: Mistakes, number: Word, per: Word, unit: Word) -> tuple[int, str] | None:
    requests = count(number)
    wrong = next((w for w, ok in ((per, ("per",)), (unit, tuple(PER))) if w.text not in ok), None)
    if wrong:
        allowed = ("per",) if wrong is per else tuple(PER)
        message = f"limits are like `600 per minute`, not {quoted(wrong.text)}"
        mistakes.add(wrong.at, "BS105", message, word=wrong.text, allowed=allowed)
    elif requests is None or not 1 <= requests <= MOST_REQUESTS:
        message = f"requests are a whole number from 1 to {MOST_REQUESTS}"
        mistakes.add(number.at, "BS107", message)
    else:
        return requests, unit.text
    return None


def _body(mistakes: Mistakes, word: Word) -> int | None:
    body = measured(mistakes, word, "body", BODY)
    if body is not None and body % 1:
        mistakes.add(word.at, "BS702", "body is a whole number of bytes")
        return None
    return None if body is None else int(body)
