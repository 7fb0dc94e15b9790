"""Paging: `cursor, default 20, max 100`, laid over what holds otherwise."""

from dataclasses import replace

from backstay.blueprint.forms.amounts import count
from backstay.blueprint.forms.grammar import parse, words
from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.model import Paging
from backstay.blueprint.reading.entries import known, text_in
from backstay.blueprint.reading.nodes import Node, Pairs, Word

MODES = ("cursor", "numbered")
ALLOWED = (*MODES, "default N", "max N")
MOST = 1000


def read_page(mistakes: Mistakes, node: Node, base: Paging) -> Paging:
    """What `page` says, else what `base` says; `base` alone after a mistake."""
    page, seen = base, set[str]()
    for name, number in page_parts(mistakes, node):
        kind = "mode" if name.text in MODES else name.text
        if kind not in ("mode", "default", "max") or (kind == "mode") == bool(number):
            message = f"page cannot say {quoted(name.text)}"
            hint = f"`{kind}` takes one number" if kind in ("default", "max") else ""
            mistakes.add(name.at, "BS105", message, word=name.text, allowed=ALLOWED, hint=hint)
            return base
        if kind in seen:
            mistakes.add(name.at, "BS110", f"{quoted(kind)} is said twice")
        seen.add(kind)
        if number is None:
            page = replace(page, mode=name.text)
            continue
        size = count(number)
        if size is None or not 1 <= size <= MOST:
            message = f"page {kind} is a whole number from 1 to {MOST}"
            mistakes.add(number.at, "BS107", message)
            return base
        page = replace(page, default=size) if kind == "default" else replace(page, max=size)
    if page.default > page.max:
        message = f"page default {page.default} is more than max {page.max}"
        mistakes.add(node.place(), "BS107", message, hint="say both: `default 20, max 100`")
        return base
    return page


def page_parts(mistakes: Mistakes, node: Node) -> list[tuple[Word, Word | None]]:
    """What a page says, part by part: a mode alone, `default` and `max` with a number."""
    if isinstance(node, Pairs):
        return _long(mistakes, node)
    text = text_in(mistakes, node, "page")
    tree = parse(mistakes, "page", text) if text else None
    if text is None or tree is None:
        return []
    found: list[tuple[Word, Word | None]] = []
    for part in tree.children:
        name, *rest = words(text, part)
        if len(rest) > 1:
            mistakes.add(rest[1].at, "BS108", f"{quoted(rest[1].text)} is not expected here")
        found.append((name, rest[0] if rest else None))
    return found


def _long(mistakes: Mistakes, node: Pairs) -> list[tuple[Word, Word | None]]:
    found: list[tuple[Word, Word | None]] = []
    for key, value in known(mistakes, node, "a page").items():
        text = text_in(mistakes, value, key)
        if text and key == "mode":
            found.append((Word(text.value, text.place()), None))
        elif text:
            found.append((Word(key, text.place()), Word(text.value, text.place())))
    return found
