"""`title text 1..200, price, done bool = false` as fields; a guess is marked as one."""

import re
from collections.abc import Iterator

from backstay.agent.phrases.changes import Field
from backstay.agent.phrases.vocabulary import field_name, plain, usual_type

_KINDS = (
    *("text", "email", "url", "int", "decimal", "bool", "date", "datetime", "seconds", "uuid"),
    *("json", "role"),
)
_MODIFIER = re.compile(
    r"^(optional|unique|fixed|search|pii|computed|write \w+|on delete .+|was \w+)$"
)
_TYPED = re.compile(rf"^(\w[\w -]*?)\s*[:\s]\s*((?:{'|'.join(_KINDS)})\b.*|\w+ \| .+)$", re.DOTALL)
_COLON = re.compile(r"^(\w[\w -]*?)\s*:\s*(.+)$", re.DOTALL)
_JOINT = re.compile(r"\s*,\s*|\s+(?:and|et)\s+")


def read_fields(text: str) -> tuple[Field, ...]:
    """The fields of a list; a modifier after a comma belongs to the field before it."""
    return tuple(_field(part) for part in _parts(text) if part)


def _parts(text: str) -> Iterator[str]:
    parts: list[str] = []
    for part in _JOINT.split(text.strip().strip(".")):
        if parts and _MODIFIER.match(part.strip()):
            parts[-1] += f", {part.strip()}"
        else:
            parts.append(part.strip())
    yield from (re.sub(r"^(?:an?|the|une?|les?|la|des|du)\s+", "", part) for part in parts)


def _field(text: str) -> Field:
    found = _TYPED.match(text) or _COLON.match(text)
    if found:
        return Field(field_name(found[1]), found[2].strip())
    name = field_name(text)
    usual = usual_type(name)
    if usual:
        return Field(name, usual)
    if plain(text) in ("author", "owner", "auteur", "proprietaire"):
        return Field(name if name != "proprietaire" else "owner", "caller")
    return Field(name, "text 1..255", f"nobody said what `{name}` is made of; text is a guess")
