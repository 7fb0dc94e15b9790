"""The `{{variables}}` of a definition: found, and filled from what detection says (R-212)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from backstay.agent.definitions.model import Definition
from backstay.detect.model import Variable

# `${{ github.ref }}` belongs to somebody else, and so does a name with a dot
_VARIABLE = re.compile(r"(?<!\$)\{\{ ?([A-Za-z_]\w{0,60}) ?\}\}")


class UnfilledError(ValueError):
    """Variables that have no value; the message names each with its line and the reason."""


def find_variables(definition: Definition) -> Iterator[tuple[str, int]]:
    """Each variable of description, handoffs and body, with its line in the file."""
    for name in _VARIABLE.findall(definition.description):
        yield name, definition.line("description")
    for handoff in definition.handoffs:
        for name in _VARIABLE.findall(handoff.prompt):
            yield name, definition.line("handoffs")
    for number, line in enumerate(definition.body.split("\n"), definition.line("body")):
        for name in _VARIABLE.findall(line):
            yield name, number


def fill_variables(
    definition: Definition, values: Mapping[str, Variable], *, strict: bool = False
) -> Definition:
    """The definition with every variable filled; values are inserted as they are, never read again.

    Where nothing was detected, the text says `none` and why. A variable that detection does not
    know stays as it is written.

    Raises:
        UnfilledError: `strict`, and a variable is unknown or was not detected.
    """
    if strict and (problems := list(_problems(definition, values))):
        raise UnfilledError("\n".join(problems))

    def filled(text: str) -> str:
        return _VARIABLE.sub(lambda match: _shown(match, values), text)

    return replace(
        definition,
        description=filled(definition.description),
        handoffs=tuple(replace(one, prompt=filled(one.prompt)) for one in definition.handoffs),
        body=filled(definition.body),
    )


def _shown(match: re.Match[str], values: Mapping[str, Variable]) -> str:
    value = values.get(match.group(1))
    if value is None:
        return match.group()
    return value.value if value.found else f"{value.value} ({value.reason})"


def _problems(definition: Definition, values: Mapping[str, Variable]) -> Iterator[str]:
    for name, line in find_variables(definition):
        value = values.get(name)
        if value is None:
            yield f"{definition.path}:{line}: nothing fills {{{{{name}}}}}"
        elif not value.found:
            yield f"{definition.path}:{line}: {{{{{name}}}}} was not detected: {value.reason}"
