"""Loads one agent definition of any host, tolerantly, and reports each repair (R-205)."""

from dataclasses import asdict, replace
from pathlib import Path

from backstay.agent.definitions.derived import derived_metadata, derived_triggers
from backstay.agent.definitions.dialects import host_of
from backstay.agent.definitions.frontmatter import Parts, split
from backstay.agent.definitions.handoffs import target_repairs
from backstay.agent.definitions.header import read_fields
from backstay.agent.definitions.identity import purpose, slug, stem, title
from backstay.agent.definitions.model import Boundaries, Definition, Metadata, Repair, Writes
from backstay.agent.definitions.mojibake import find_mojibake
from backstay.agent.definitions.prose import bodily_boundaries
from backstay.agent.definitions.reading import Reading
from backstay.agent.definitions.source import UnreadableError, read_source
from backstay.agent.definitions.tail import take_tail
from backstay.agent.definitions.triggers import ordered

HEADERLESS = ("agents-md", "plain")


def load_definition(path: Path, shown: str = "") -> Definition:
    """The definition in a file; UnreadableError when it is too large, binary or missing.

    Args:
        path: The file.
        shown: The path to report, when it is not the one to open.
    """
    place = shown or path.as_posix()
    try:
        source = read_source(path)
    except UnreadableError as error:
        raise UnreadableError(f"{place}: {error}") from error
    found = read_definition(source.text, place)
    return replace(found, repairs=(*source.repairs, *found.repairs))


def read_definition(text: str, path: str) -> Definition:
    """The definition that a text is; there is no text that is none.

    Args:
        text: The content, lines ending in LF.
        path: Where it stands, which says for which host it is written.
    """
    parts = split(text)
    host = host_of(path, header=parts.header is not None)
    if host in HEADERLESS:
        parts = take_tail(text) or parts
    fields, repairs = read_fields(parts)
    reading = Reading(fields)
    headerless = host in HEADERLESS
    given = reading.values
    name = given.get("name") or (slug(title(parts.body).text) if headerless else "") or stem(path)
    described = purpose(parts.body).text if headerless else ""
    description = given.get("description", described)
    triggers = (*given.get("triggers", ()), *given.get("globs", ()))
    boundaries = {**asdict(bodily_boundaries(parts.body)), **given.get("boundaries", {})}
    state = {
        **asdict(derived_metadata(reading.unknown, parts.body)),
        **{key: given[key] for key in Metadata.__dataclass_fields__ if key in given},
    }
    return Definition(
        name=name,
        description=description,
        model=given.get("model", ()),
        tools=given.get("tools"),
        denied_tools=given.get("denied_tools", ()),
        triggers=ordered((*triggers, *derived_triggers(description, parts.body))),
        handoffs=given.get("handoffs", ()),
        boundaries=Boundaries(**boundaries),
        writes=given.get("writes", Writes()),
        metadata=Metadata(**state),
        unknown=tuple(reading.unknown),
        body=parts.body,
        path=path,
        host=host,
        repairs=(
            *parts.repairs,
            *(_missing_header(parts) if headerless and "name" not in given else ()),
            *repairs,
            *target_repairs(parts.header or (), parts.header_line),
            *reading.repairs,
            *find_mojibake(text),
        ),
        lines={**{field.key: field.line for field in fields}, "body": parts.body_line},
    )


def _missing_header(parts: Parts) -> tuple[Repair, ...]:
    """Says where name and description were taken from (C-69)."""
    name, described = title(parts.body), purpose(parts.body)
    places = f"the name is the title in line {name.line}" if name.line else "the name is the file's"
    if described.line:
        places += f", the description the paragraph in line {described.line}"
    return (Repair("no-header", f"no header: {places}", name.line or 1),)
