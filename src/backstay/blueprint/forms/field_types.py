"""Field types read and looked up: compact or long text becomes a field of the blueprint."""

from backstay.blueprint.expressions.show import show
from backstay.blueprint.forms.bounds import Bounds, bounds_of
from backstay.blueprint.forms.compact_type import compact_type
from backstay.blueprint.forms.defaults import default_fits
from backstay.blueprint.forms.long_type import long_type
from backstay.blueprint.forms.modifiers import Modified, modifiers_of
from backstay.blueprint.forms.said import FieldDraft, TypeSaid
from backstay.blueprint.kinds import ENUM_LENGTH, WRITTEN
from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.model import Field
from backstay.blueprint.reading.nodes import Node, Pairs, Text
from backstay.blueprint.words import ELSEWHERE, LATER, LITERALS


def read_type(
    mistakes: Mistakes, key: Text, node: Node, resources: tuple[str, ...] = ()
) -> FieldDraft | None:
    """One field; what needs its neighbours or other resources is checked elsewhere.

    Args:
        mistakes: where what is wrong is noted.
        key: the field's name.
        node: its type, compact or long.
        resources: the names of all resources, for "did you mean".

    Returns:
        The field, even where a part of it is wrong; None when its type is not known.
    """
    said = said_type(mistakes, node)
    kind = _kind(mistakes, said, resources) if said else None
    if said is None or kind is None:
        return None
    bounds = bounds_of(mistakes, kind, said)
    if bounds is None:
        return None
    value, found = said.value, modifiers_of(mistakes, kind, said)
    field = _field(key, said, bounds, found)
    places = {"kind": said.kind.at} | {m.name: m.at for m in said.modifiers}
    if value and not field.computed:
        places["value"] = value.at
        default_fits(mistakes, field, value, show(value.expression))
    return FieldDraft(field, places, value)


def said_type(mistakes: Mistakes, node: Node) -> TypeSaid | None:
    """The words of a type, compact or long, not looked up yet."""
    return long_type(mistakes, node) if isinstance(node, Pairs) else compact_type(mistakes, node)


def _kind(mistakes: Mistakes, said: TypeSaid, resources: tuple[str, ...]) -> str | None:
    word, at = said.kind.text, said.kind.at
    if said.values:
        _values(mistakes, said)
        return "enum"
    if word in WRITTEN:
        return word
    if word[0].isupper() and (word in resources or word.lower() not in WRITTEN):
        return "ref"
    if word in LATER["type"]:
        message = f"type {quoted(word)} is reserved for a later version"
        mistakes.add(at, "BS102", message, hint=ELSEWHERE.get(word, ""))
        return None
    allowed, hint = (*WRITTEN, *resources), ELSEWHERE.get(word, "")
    mistakes.add(at, "BS301", f"unknown type {quoted(word)}", word=word, allowed=allowed, hint=hint)
    return None


def _values(mistakes: Mistakes, said: TypeSaid) -> None:
    seen: set[str] = set()
    for value in said.values:
        problem = ""
        if value.text in LITERALS:
            problem = "is a word of the language"
        elif value.text.lower() in seen:
            problem = "is there already; values differ not only by case"
        elif len(value.text) > ENUM_LENGTH:
            problem = f"is longer than {ENUM_LENGTH} characters"
        if problem:
            mistakes.add(value.at, "BS308", f"enum value {quoted(value.text)} {problem}")
        seen.add(value.text.lower())


def _field(key: Text, said: TypeSaid, bounds: Bounds, found: Modified) -> Field:
    reference = not said.values and said.kind.text[0].isupper()
    kind = "enum" if said.values else "ref" if reference else said.kind.text
    value = said.value.expression if said.value else None
    computed = value if found.computed else None
    return Field(
        name=key.value,
        kind=kind,
        at=key.place(),
        low=None if computed else bounds.low,
        high=None if computed else bounds.high,
        digits=bounds.digits,
        places=bounds.places,
        values=tuple(word.text for word in said.values),
        target=said.kind.text if reference else "",
        default=None if computed else value,
        computed=computed,
        optional="optional" in found.flags,
        unique="unique" in found.flags,
        fixed="fixed" in found.flags,
        search="search" in found.flags,
        pii="pii" in found.flags,
        write=found.write,
        was=found.was,
        on_delete=found.on_delete,
    )
