"""Limits: `600 per minute, body 1MB`."""

from dataclasses import replace

from backstay.blueprint.forms.amounts import count, measured, span
from backstay.blueprint.forms.grammar import parse, words
from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.model import Limits
from backstay.blueprint.reading.entries import known, text_in
from backstay.blueprint.reading.nodes import Node, Pairs, Text, Word

PER = {"second": 1, "minute": 60, "hour": 3600}
MOST_REQUESTS = 1_000_000
BODY = ("1KB", "16MB")


def read_limits(mistakes: Mistakes, node: Node) -> Limits:
    """What `limits` says; what it leaves out is as in contract.md 2.2."""
    if isinstance(node, Pairs):
        return _long(mistakes, node)
    text = text_in(mistakes, node, "limits")
    tree = parse(mistakes, "limits", text) if text else None
    if text is None or tree is None:
        return Limits()
    number, per, unit, *body = words(text, tree)
    limits = _requests(mistakes, number, per, unit)
    if not body:
        return limits
    if body[0].text != "body":
        message = f"limits cannot say {quoted(body[0].text)}"
        mistakes.add(body[0].at, "BS105", message, word=body[0].text, allowed=["body"])
        return limits
    return _with_body(mistakes, limits, body[1])


def _long(mistakes: Mistakes, node: Pairs) -> Limits:
    keys, limits = known(mistakes, node, "limits"), Limits()
    text = text_in(mistakes, keys["requests"], "requests") if "requests" in keys else None
    if text:
        limits = _long_requests(mistakes, text)
    body = span(mistakes, keys["body"], "body") if "body" in keys else None
    return _with_body(mistakes, limits, body) if body else limits


def _long_requests(mistakes: Mistakes, text: Text) -> Limits:
    tree = parse(mistakes, "requests", text)
    if tree is None:
        return Limits()
    number, per, unit = words(text, tree)
    return _requests(mistakes, number, per, unit)


def _requests(mistakes: Mistakes, number: Word, per: Word, unit: Word) -> Limits:
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
        return Limits(requests, PER[unit.text])
    return Limits()


def _with_body(mistakes: Mistakes, limits: Limits, word: Word) -> Limits:
    body = measured(mistakes, word, "body", BODY)
    if body is not None and body % 1:
        mistakes.add(word.at, "BS702", "body is a whole number of bytes")
        return limits
    return limits if body is None else replace(limits, body=int(body))
