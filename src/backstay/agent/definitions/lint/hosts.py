"""Header fields that a host silently ignores, from the dated table of dialects."""

import difflib
from collections.abc import Iterator

from backstay.agent.definitions.dialects import AS_OF, DIALECTS, Dialect
from backstay.agent.definitions.fields import FIELD_OF
from backstay.agent.definitions.lint.finding import Finding, at
from backstay.agent.definitions.model import Definition, Host
from backstay.agent.definitions.written import written_fields

# fields that Backstay itself executes where the host does not
_OURS = {
    "triggers": "`backstay agents route` honours it",
    "globs": "`backstay agents route` honours it",
}


def ignored_fields(definition: Definition, host: Host | None = None) -> Iterator[Finding]:
    """One finding per field that the host does not read.

    Args:
        definition: What was loaded.
        host: The host to judge for; None means the one that the file is written for. For another
            host, the fields are those that an export would write.
    """
    chosen = host or definition.host
    dialect = DIALECTS[chosen]
    same = chosen == definition.host
    keys = list(definition.lines) if same else list(written_fields(definition, dialect))
    for key in keys:
        if key != "body" and key not in dialect.honours:
            yield at(definition, key, "ignored-field", "warning", _message(key, dialect))
    if "handoffs" in dialect.honours:
        yield from _handoff_keys(definition, dialect)


def _message(key: str, dialect: Dialect) -> str:
    said = f"{dialect.title} ignore `{key}` (table of {AS_OF})"
    field = FIELD_OF.get(key, "")
    usual = {"tools": dialect.tools, "globs": dialect.globs}.get(field, field)
    if usual in dialect.honours:
        return f"{said}; they call it `{usual}`"
    if field:
        return f"{said}; {_OURS[field]}" if field in _OURS else said
    near = difflib.get_close_matches(key, dialect.honours, n=1, cutoff=0.75)
    return f"{said}; did you mean `{near[0]}`?" if near else said


def _handoff_keys(definition: Definition, dialect: Dialect) -> Iterator[Finding]:
    for handoff in definition.handoffs:
        for key, _ in handoff.extra:
            if key not in dialect.handoff:
                message = f"{dialect.title} ignore `{key}` of a handoff (table of {AS_OF})"
                yield at(definition, "handoffs", "ignored-field", "warning", message)
