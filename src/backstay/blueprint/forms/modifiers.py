"""The modifiers of a field type: known, said once, fitting the type and each other."""

from dataclasses import dataclass, field

from backstay.blueprint.forms.said import Modifier, TypeSaid
from backstay.blueprint.kinds import COMPUTED, KINDS, called
from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.words import FLAGS, LATER, MODIFIERS, ON_DELETE


@dataclass
class Modified:
    """What the modifiers of one type say."""

    flags: set[str] = field(default_factory=set)
    computed: bool = False
    write: str = ""
    was: str = ""
    on_delete: str = ""


def modifiers_of(mistakes: Mistakes, kind: str, said: TypeSaid) -> Modified:
    """The modifiers that could be read; BS102, BS110, BS304, BS305, BS310 for the others."""
    found = Modified()
    seen: set[str] = set()
    for modifier in said.modifiers:
        if modifier.name in seen:
            mistakes.add(modifier.at, "BS110", f"{quoted(modifier.name)} is said twice")
        seen.add(modifier.name)
        _take(mistakes, kind, modifier, found)
    if kind == "ref" and not found.on_delete:
        found.on_delete = "restrict"
    if kind == "role" and not found.write:
        found.write = "admin"
    _agree(mistakes, said, found)
    return found


def _take(mistakes: Mistakes, kind: str, modifier: Modifier, found: Modified) -> None:
    name, argument = modifier.name, modifier.argument
    if name in FLAGS and not argument:
        if (name == "search" and kind != "text") or (name == "unique" and not KINDS[kind].unique):
            mistakes.add(modifier.at, "BS305", f"`{name}` does not go with {called(kind)}")
        else:
            found.flags.add(name)
    elif name == "computed" and not argument:
        found.computed = True
    elif name == "write" and argument and " " not in argument:
        found.write = argument
    elif name == "was" and argument and " " not in argument:
        found.was = argument
    elif name == "on delete" and argument in ON_DELETE:
        found.on_delete = argument
        if kind != "ref":
            mistakes.add(modifier.at, "BS305", f"`on delete` goes with a reference, not {kind}")
    else:
        _unknown(mistakes, modifier)


def _unknown(mistakes: Mistakes, modifier: Modifier) -> None:
    whole = f"{modifier.name} {modifier.argument}".strip()
    if modifier.name in LATER["modifier"]:
        message = f"{quoted(modifier.name)} is reserved for a later version"
        mistakes.add(modifier.at, "BS102", message, allowed=MODIFIERS)
    else:
        message = f"unknown modifier {quoted(whole)}"
        mistakes.add(modifier.at, "BS304", message, word=whole, allowed=MODIFIERS)


def _agree(mistakes: Mistakes, said: TypeSaid, found: Modified) -> None:
    """Modifiers that contradict each other, or what `computed` stands for (BS310)."""
    at = {modifier.name: modifier.at for modifier in said.modifiers}
    if found.on_delete == "set null" and "optional" not in found.flags:
        message = "`on delete set null` needs `optional`: the reference becomes null"
        mistakes.add(at["on delete"], "BS310", message)
    if not found.computed:
        return
    kind = said.kind.text
    if found.flags - {"pii"} or (found.write and kind != "role"):
        message = "a computed field is never stored or sent in; it goes with `pii` and `was` only"
        mistakes.add(at["computed"], "BS310", message)
    if kind not in COMPUTED:
        message = f"`computed` goes with {', '.join(COMPUTED)}; not with {quoted(kind)}"
        mistakes.add(at["computed"], "BS310", message)
    elif said.value is None:
        hint = "seconds = end_time - start_time, computed"
        mistakes.add(at["computed"], "BS310", "`computed` needs `= EXPRESSION`", hint=hint)
    elif said.bounds:
        message = "a computed field has no bounds: nothing is stored that could break them"
        mistakes.add(said.bounds, "BS310", message)
