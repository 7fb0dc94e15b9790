"""Writes a definition for any host; what is loaded from it again is the same (R-205, C-70)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backstay.agent.definitions.dialects import DIALECTS
from backstay.agent.definitions.frontmatter import is_key, split
from backstay.agent.definitions.identity import purpose, slug, title
from backstay.agent.definitions.model import Definition, Host
from backstay.agent.definitions.tail import put_tail, take_tail
from backstay.agent.definitions.written import written_fields
from backstay.agent.definitions.yaml_forms import dump_yaml

HOSTS: tuple[Host, ...] = ("claude", "skill", "vscode", "cursor", "agents-md")


@dataclass(frozen=True, slots=True)
class Export:
    """A file for a host: where the host looks for it, and the whole text."""

    path: str
    text: str


def export(definition: Definition, host: Host) -> Export:
    """The definition as a file of that host.

    Fields that the host does not know are written all the same: whoever loads the file with
    Backstay gets them back, and `agents lint` says what the host ignores.
    """
    if host == "agents-md":
        return Export(DIALECTS[host].place, _without_header(definition))
    dialect = DIALECTS[host]
    name = slug(definition.name) or "agent"
    written = written_fields(definition, dialect)
    if not dialect.needs_name and definition.name == name and not _would_be_lost(written):
        del written["name"]  # the file's name says it
    header = dump_yaml(written) if written else ""
    return Export(dialect.place.format(name=name), f"---\n{header}---\n{definition.body}")


def _would_be_lost(written: Mapping[str, Any]) -> bool:
    """Whether the header without the name has fields, but none that a reader knows one by."""
    rest = {key: value for key, value in written.items() if key != "name"}
    return bool(rest) and not any(map(is_key, dump_yaml(rest).split("\n")))


def _without_header(definition: Definition) -> str:
    """The body, and below it the fields that its title and text do not say."""
    body = definition.body
    written = written_fields(definition, DIALECTS["agents-md"])
    told = {"name": slug(title(body).text), "description": purpose(body).text}
    for key, text in told.items():
        mine = getattr(definition, key)
        if mine == text:
            written.pop(key, None)
        else:
            written = {key: mine, **written}
    # without a block of ours, this would be taken for one
    looks_like_one = take_tail(body) is not None or split(body).header is not None
    return put_tail(body, written) if written or looks_like_one else body
