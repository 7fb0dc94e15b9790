"""The events of a YAML parser, with whatever it trips over told as a mistake (BS006)."""

from collections.abc import Iterator
from typing import Any

from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.model import Place
from backstay.blueprint.reading.source import TOP


class Refused(Exception):
    """The file cannot be read any further; the mistake is already noted."""


def events_of(text: str, mistakes: Mistakes) -> Iterator[Any]:
    """The parser's events, one by one.

    Raises:
        Refused: the text is not YAML.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415 - keeps `import backstay.blueprint` cheap
    from ruamel.yaml.error import MarkedYAMLError  # noqa: PLC0415 as above

    events, last = YAML(typ="safe", pure=True).parse(text), TOP
    while True:
        try:
            event = next(events, None)
        except MarkedYAMLError as bad:
            _note(mistakes, bad, text)
            raise Refused from bad
        except Exception as bad:  # the parser's own faults, such as "\\UFFFFFFFF", are bad YAML too
            message = f"not YAML: {str(bad).splitlines()[0] if str(bad) else type(bad).__name__}"
            mistakes.add(last, "BS006", message, hint="look behind this place")
            raise Refused from bad
        if event is None:
            return
        last = place_of(event.end_mark)
        yield event


def _note(mistakes: Mistakes, bad: Any, text: str) -> None:
    mark = bad.problem_mark or bad.context_mark
    rest, hint = text[mark.index :] if mark else "", ""
    if rest.startswith("\t"):
        hint = "indent with spaces, not tabs"
    elif bad.context and bad.context_mark:
        hint = f"{bad.context} that begins on line {bad.context_mark.line + 1}"
    at = place_of(mark) if mark else TOP
    mistakes.add(at, "BS006", f"not YAML: {bad.problem or bad.context}", hint=hint)


def place_of(mark: Any) -> Place:
    """A parser's mark as a place, counted from 1."""
    return Place(mark.line + 1, mark.column + 1)
