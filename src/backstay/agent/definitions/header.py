"""Reads a header: as strict YAML, else field by field, with each repair reported (C-69)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from backstay.agent.definitions.frontmatter import Parts, is_key
from backstay.agent.definitions.model import Fix, Repair
from backstay.agent.definitions.yaml_forms import HeaderError, dump_yaml, load_yaml


@dataclass(frozen=True, slots=True)
class Field:
    """One header field with the line of its key."""

    key: str
    value: Any
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one field, the key's first."""

    line: int
    lines: tuple[str, ...]

    @property
    def last(self) -> int:
        """The number of the last line that is not blank."""
        filled = [index for index, line in enumerate(self.lines) if line.strip()]
        return self.line + (filled[-1] if filled else 0)


def read_fields(parts: Parts) -> tuple[tuple[Field, ...], tuple[Repair, ...]]:
    """All fields in the order written, and what had to be repaired to get them."""
    header = parts.header or ()
    blocks = tuple(_blocks(header, parts.header_line))
    lines = {_key(block): block.line for block in reversed(blocks)}
    try:
        value = load_yaml("\n".join(header))
    except HeaderError:
        return _recovered(blocks)
    if value is None:
        return (), ()
    if not isinstance(value, dict):
        message = "the header holds no `key: value` fields; it was left out"
        return (), (Repair("header-yaml", message, parts.header_line),)
    return tuple(
        Field(str(key), one, lines.get(str(key), parts.header_line)) for key, one in value.items()
    ), ()


def _blocks(header: tuple[str, ...], first: int) -> Iterator[Block]:
    start = 0
    for index in range(1, len(header) + 1):
        if index == len(header) or is_key(header[index]):
            yield Block(first + start, header[start:index])
            start = index


def _key(block: Block) -> str:
    return block.lines[0].partition(":")[0].strip().strip("\"'") if block.lines else ""


def _recovered(blocks: tuple[Block, ...]) -> tuple[tuple[Field, ...], tuple[Repair, ...]]:
    fields: dict[str, Field] = {}
    repairs: list[Repair] = []
    for block in blocks:
        if not is_key(block.lines[0]):
            if any(line.strip() and not line.lstrip().startswith("#") for line in block.lines):
                message = "this is no `key: value`; it was left out"
                repairs.append(Repair("header-yaml", message, block.line))
            continue
        key = _key(block)
        if key in fields:
            message = f"`{key}` is given twice; line {fields[key].line} stands"
            repairs.append(Repair("duplicate-field", message, block.line))
            continue
        value, repair = _value(block, key)
        fields[key] = Field(key, value, block.line)
        repairs += [repair] if repair else []
    return tuple(fields.values()), tuple(repairs)


def _value(block: Block, key: str) -> tuple[Any, Repair | None]:
    """The value of one field: as YAML, as YAML without tabs, and at last as plain text."""
    text = "\n".join(block.lines)
    try:
        return _only(load_yaml(text)), None
    except HeaderError as error:
        reason, line = error, block.line + error.line - 1
    try:
        value = _only(load_yaml(text.replace("\t", "  ")))
        message = f"`{key}` is indented with tabs, which YAML does not allow"
    except HeaderError:
        value = _plain(block)
        message = (
            f"`{key}` is not valid YAML ({reason}, column {reason.column}); read as plain text"
        )
    fix = Fix(block.line, block.last, dump_yaml({key: value}).rstrip("\n"))
    return value, Repair("header-yaml", message, line, fix)


def _only(value: Any) -> Any:
    """The value of a block that holds one key and nothing else."""
    if not isinstance(value, dict) or len(value) != 1:
        raise HeaderError("not one field", 1, 1)
    return next(iter(value.values()))


def _plain(block: Block) -> str:
    """The text after the colon and of the lines below, blanks folded, stray quotes taken off."""
    first = block.lines[0].partition(":")[2]
    text = " ".join(" ".join((first, *block.lines[1:])).split())
    if text[:1] in ("'", '"'):
        text = text[1:].removesuffix(text[0])
    return text
