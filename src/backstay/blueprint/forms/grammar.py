"""The parser of compact forms, and what is said when a form cannot be read (BS108, BS603)."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from backstay.blueprint.forms.spelling import EXAMPLES, MEANT, SPELLED
from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.reading.nodes import Text, Word

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

FORMS = (
    "type",
    "access",
    "flow",
    "rule",
    "action",
    "condition",
    "value",
    "page",
    "sla",
    "limits",
    "requests",
    "login",
    "event",
    "schedule",
    "data",
    "load",
    "span",
)
MOST_CHARACTERS = 1000
MANY_DIGITS = re.compile(r"([0-9]_?){25}")
FOREIGN = re.compile(r"==|<>|&&|\|\||[*/%!~^]|(in|like|between)\b")
WITH_EXPRESSIONS = ("type", "rule", "action", "condition", "value")


@cache
def parser() -> "Lark":
    """The one parser of all forms; made when the first form is read."""
    from lark import Lark  # noqa: PLC0415 - keeps `import backstay.blueprint` cheap

    grammar = files("backstay.blueprint.forms").joinpath("forms.lark").read_text("utf-8")
    return Lark(grammar, parser="lalr", start=list(FORMS), maybe_placeholders=True)


def parse(mistakes: Mistakes, form: str, text: Text) -> "Tree[Token] | None":
    """The tree of a compact form; None after BS108 or BS603.

    Args:
        mistakes: where what is wrong is noted.
        form: one of `FORMS`.
        text: the scalar that holds the form.
    """
    from lark import UnexpectedInput  # noqa: PLC0415 as above

    source = text.value
    if len(source) > MOST_CHARACTERS:
        message = f"this {form} has {len(source)} characters; {MOST_CHARACTERS} is the most"
        mistakes.add(text.place(), "BS108", message)
        return None
    if digits := MANY_DIGITS.search(source):
        mistakes.add(text.place(digits.start()), "BS108", "a number has at most 24 digits")
        return None
    try:
        return parser().parse(source, start=form)
    except UnexpectedInput as bad:
        _explain(mistakes, form, text, bad)
        return None


def tokens(tree: "Tree[Token] | Token | None") -> "Iterator[Token]":
    """The tokens right below a node, in order; absent optional parts are left out."""
    assert tree is not None, "the grammar gives this part always"
    assert not isinstance(tree, str), "the grammar gives a tree here"
    for child in tree.children:
        if isinstance(child, str):
            yield child


def word(text: Text, token: "Token") -> Word:
    """A token with its place in the contract."""
    return Word(str(token), text.place(token.start_pos or 0))


def words(text: Text, tree: "Tree[Token] | Token | None") -> list[Word]:
    """The tokens right below a node, with their places."""
    return [word(text, token) for token in tokens(tree)]


def _explain(mistakes: Mistakes, form: str, text: Text, bad: Exception) -> None:
    source, at = text.value, _stopped(bad, text.value)
    begin = at - 1 if source[at : at + 1] in ("=", ">") and at else at
    found = FOREIGN.match(source, begin) or FOREIGN.match(source, at)
    if found and form in WITH_EXPRESSIONS:
        hint = MEANT.get(found[0], "the language has + and -; more belongs into the service")
        message = f"operator {quoted(found[0])} is not part of the language"
        mistakes.add(text.place(found.start()), "BS603", message, hint=hint)
        return
    rest = source[at:]
    seen = f"{quoted(rest, 20)} is not expected here" if rest else "something is missing at the end"
    mistakes.add(
        text.place(at),
        "BS108",
        f"cannot read this {form}: {seen}",
        hint=_hint(form, source, rest, bad),
    )


def _stopped(bad: Exception, source: str) -> int:
    """The offset of the first character that does not fit."""
    token = getattr(bad, "token", None)
    if token is not None and token.type == "$END":
        return len(source)
    return int(getattr(bad, "pos_in_stream", 0) or 0)


def _hint(form: str, source: str, rest: str, bad: Exception) -> str:
    if rest[:1] in ('"', "'"):
        return "text stands in single quotes"
    if form == "type" and re.search(r"\s\.\.|\.\.\s", source):
        return "no spaces around `..`"
    wanted = getattr(bad, "accepts", None) or getattr(bad, "allowed", None) or ()
    names = sorted({SPELLED.get(name, f"`{name.lower()}`") for name in wanted})
    return f"here may stand {', '.join(names)}; for example `{EXAMPLES[form]}`"
