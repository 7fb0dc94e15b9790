"""Where an expression stands: the fields that it may name, and what was found not to fit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from backstay.blueprint.kinds import KINDS
from backstay.blueprint.model import Field

Path: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing that is wrong in an expression; `path` leads to the part, child by child."""

    path: Path
    code: str
    message: str
    word: str = ""
    allowed: tuple[str, ...] = ()
    hint: str = ""


@dataclass
class Scene:
    """A resource as its expressions see it.

    `unread` are fields whose type could not be read: whatever follows from them is not said.
    `refuses` is the place, in words, where `now` and `caller` cannot stand; empty where they may.
    """

    resource: str
    fields: Mapping[str, Field]
    login: str
    roles: tuple[str, ...]
    unread: frozenset[str] = frozenset()
    refuses: str = ""
    misfits: list[Misfit] = field(default_factory=list)

    def wrong(
        self,
        path: Path,
        code: str,
        message: str,
        *,
        word: str = "",
        allowed: tuple[str, ...] = (),
        hint: str = "",
    ) -> None:
        """Notes a misfit."""
        self.misfits.append(Misfit(path, code, message, word, allowed, hint))

    def values(self, enum: Field) -> tuple[str, ...]:
        """The words that an enum or role field may hold."""
        return self.roles if enum.kind == "role" else enum.values


def type_of_field(declared: Field) -> str:
    """A field's type in expressions; a reference also names its target. Empty for json."""
    if declared.kind == "ref":
        return f"reference to {declared.target}"
    return KINDS[declared.kind].expression
