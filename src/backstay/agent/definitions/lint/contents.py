"""What one definition says that cannot work: names, tools, conditions, variables, paths."""

import re
from collections.abc import Iterator

from backstay.agent.definitions.conditions import read_condition
from backstay.agent.definitions.lint.finding import Finding, Level, at
from backstay.agent.definitions.model import Definition
from backstay.agent.definitions.models import family, is_known
from backstay.agent.definitions.tools import hint, tool_name
from backstay.agent.definitions.variables import find_variables
from backstay.detect.variables import NAMES

_NAME = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_LONGEST_NAME = 64
_OUTSIDE = re.compile(r"(?:^|/)\.\.(?:/|$)|^[/~]|^[A-Za-z]:|\\|\0")
_LEVELS: dict[str, Level] = {
    "header-yaml": "error",  # a strict host reads nothing at all then
    "unclosed-header": "error",
    "no-header": "info",
    "byte-order-mark": "info",
    "line-ends": "info",
}


def repaired(definition: Definition) -> Iterator[Finding]:
    """What the loader put right, each with the lines that put it right in the file."""
    for one in definition.repairs:
        level = _LEVELS.get(one.code, "warning")
        yield Finding(one.code, level, one.message, definition.path, one.line, one.fix)


def identity(definition: Definition) -> Iterator[Finding]:
    """A name that hosts refuse, and a description that is missing."""
    name = definition.name
    named = definition.host in ("claude", "skill")
    if named and not (_NAME.match(name) and len(name) <= _LONGEST_NAME):
        message = f"the name `{name}` should be lower case letters, digits and single hyphens"
        yield at(definition, "name", "name-form", "warning", message)
    if not definition.description and definition.host not in ("agents-md", "plain"):
        message = "no description: hosts decide by it when to call the agent"
        yield at(definition, "description", "no-description", "warning", message)


def preferences(definition: Definition) -> Iterator[Finding]:
    """Models under names that Claude Code does not take; a preference never blocks (C-44)."""
    for model in definition.model if definition.host in ("claude", "skill") else ():
        if family(model) and not is_known(model):
            message = (
                f"Claude Code does not know the model `{model}`; `{family(model)}` is its alias"
            )
            yield at(definition, "model", "model-name", "warning", message)


def tools(definition: Definition) -> Iterator[Finding]:
    """Tools that no host has: an allow-list with them allows less than it seems to (C-39)."""
    for tool in (*(definition.tools or ()), *definition.denied_tools):
        if not tool_name(tool):
            known = hint(tool)
            message = f"no host has a tool `{tool}`" + (f"; {known}" if known else "")
            yield at(definition, "tools", "unknown-tool", "warning", message)


def conditions(definition: Definition) -> Iterator[Finding]:
    """Prose conditions that are no predicate: kept, and never scored (C-40)."""
    for one in definition.triggers:
        if one.kind == "condition" and read_condition(one.text) is None:
            message = f"nothing can check the condition `{one.text}`; it never counts"
            yield at(definition, "triggers", "unchecked-condition", "warning", message)


def variables(definition: Definition) -> Iterator[Finding]:
    """Variables that detection does not fill (R-212)."""
    for name, line in find_variables(definition):
        if name not in NAMES:
            message = f"nothing fills {{{{{name}}}}}; known are {', '.join(NAMES)}"
            yield Finding("unfilled-variable", "warning", message, definition.path, line)


def writes(definition: Definition) -> Iterator[Finding]:
    """Write permissions that lead out of the project."""
    for path in (*definition.writes.allow, *definition.writes.deny):
        if _OUTSIDE.search(path):
            message = f"`{path}` leads out of the project; paths are relative and use `/`"
            yield at(definition, "writes", "path-outside", "error", message)


CHECKS = (repaired, identity, preferences, tools, conditions, variables, writes)
