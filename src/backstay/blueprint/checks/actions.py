"""Actions: what they set can be set, and to that value (BS407, BS6xx)."""

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.checks.expressions import check_condition, check_places, named, type_in
from backstay.blueprint.checks.names import name_fits
from backstay.blueprint.checks.nulls import check_nulls
from backstay.blueprint.expressions.joins import joined
from backstay.blueprint.expressions.scene import type_of_field
from backstay.blueprint.expressions.show import show
from backstay.blueprint.forms.behaviour import ActionSaid, read_action
from backstay.blueprint.forms.defaults import value_fits
from backstay.blueprint.forms.expressions import Located
from backstay.blueprint.mistakes import quoted
from backstay.blueprint.model import Action, Field
from backstay.blueprint.reading.entries import entries
from backstay.blueprint.reading.nodes import Word


def read_actions(draft: ContractDraft, resource: ResourceDraft) -> None:
    """Every action of a resource."""
    if "actions" not in resource.keys:
        return
    for name, entry in entries(draft.mistakes, resource.keys["actions"], "actions").items():
        if not name_fits(draft.mistakes, entry.key, "an action"):
            continue
        resource.action_names[name] = entry.key.place()
        said = read_action(draft.mistakes, entry.value)
        if said:
            _check(draft, resource, said)
            sets = tuple((word.text, value.expression) for word, value in said.sets)
            when = said.when.expression if said.when else None
            resource.actions[name] = Action(name, entry.key.place(), sets, when)


def _check(draft: ContractDraft, resource: ResourceDraft, said: ActionSaid) -> None:
    seen: set[str] = set()
    for word, value in said.sets:
        if word.text in seen:
            draft.mistakes.add(word.at, "BS110", f"{quoted(word.text)} is set twice")
        seen.add(word.text)
        field = resource.typed().get(word.text)
        if field and _may_be_set(draft, resource, word, field):
            _check_value(draft, resource, field, value)
            check_nulls(draft, resource, field, value, said.when)
        elif field is None and word.text not in resource.unread:
            message = f"{resource.name} has no field {quoted(word.text)}"
            names = tuple(resource.fields)
            draft.mistakes.add(word.at, "BS601", message, word=word.text, allowed=names)
    if said.when:
        check_condition(draft, resource, said.when)


def _may_be_set(draft: ContractDraft, resource: ResourceDraft, word: Word, field: Field) -> bool:
    why = "computed" if field.computed else "fixed" if field.fixed else ""
    if field.name == resource.parent_field:
        why = "the parent"
    elif field.kind in ("json", "role"):
        why = field.kind
    if why:
        draft.mistakes.add(word.at, "BS407", f"no action can set `{field.name}`: it is {why}")
    return not why


def _check_value(
    draft: ContractDraft, resource: ResourceDraft, field: Field, value: Located
) -> None:
    expression = value.expression
    if expression.op == "null":
        return
    if field.kind == "enum" and expression.op == "name":
        state = str(expression.parts[0])
        if state not in field.values:
            message = f"{quoted(state)} is no value of {field.name}"
            draft.mistakes.add(value.at, "BS404", message, word=state, allowed=field.values)
        return
    got, wanted = type_in(draft, resource, value), type_of_field(field)
    if got is None:
        return
    if joined("=", wanted, got, draft.login) is None or (wanted, got) == ("whole", "decimal"):
        message = f"`{field.name}` is {wanted}; `{show(expression)}` is {got}"
        draft.mistakes.add(value.at, "BS602", message)
    elif expression.op in ("number", "string"):
        value_fits(draft.mistakes, field, value, show(expression))
    else:
        check_places(draft, value, [*named(resource, expression), field])
