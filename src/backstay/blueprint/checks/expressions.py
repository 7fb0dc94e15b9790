"""Expressions where they stand: their types, their fields, their places (BS601 to BS606)."""

from decimal import Decimal

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.expressions.scene import Scene
from backstay.blueprint.expressions.show import show
from backstay.blueprint.expressions.tree import bound, walk
from backstay.blueprint.expressions.typed import infer
from backstay.blueprint.forms.expressions import Located
from backstay.blueprint.kinds import COMPUTED
from backstay.blueprint.model import Expression, Field

MOST = 300


def type_in(
    draft: ContractDraft, resource: ResourceDraft, located: Located, refuses: str = ""
) -> str | None:
    """The type of an expression; None after a mistake, or where an unread field is named.

    `refuses` names the place where `now` and `caller` may not stand.
    """
    if len(show(located.expression)) > MOST:
        message = f"an expression has at most {MOST} characters"
        hint = "more belongs into the service, which is yours"
        draft.mistakes.add(located.at, "BS605", message, hint=hint)
        return None
    unread = frozenset(resource.unread)
    scene = Scene(resource.name, resource.typed(), draft.login, draft.roles, unread, refuses)
    found = infer(scene, located.expression)
    for misfit in scene.misfits:
        draft.mistakes.add(
            located.places[misfit.path],
            misfit.code,
            misfit.message,
            word=misfit.word,
            allowed=misfit.allowed,
            hint=misfit.hint,
        )
    return None if scene.misfits else found


def check_condition(
    draft: ContractDraft, resource: ResourceDraft, located: Located, refuses: str = ""
) -> None:
    """A rule or `when`: true, false or unknown, and about at least one field."""
    found = type_in(draft, resource, located, refuses)
    if found is None:
        return
    if found != "bool":
        message = f"this is {found}, where a comparison or a bool field is needed"
        draft.mistakes.add(located.at, "BS602", message)
    elif not _names_any(resource, located.expression):
        message = "an expression speaks of at least one field"
        draft.mistakes.add(located.at, "BS605", message)
    else:
        check_places(draft, located, named(resource, located.expression))


def _names_any(resource: ResourceDraft, expression: Expression) -> bool:
    words = {str(node.parts[0]) for node in walk(expression) if node.op == "name"}
    return bool(words & {*resource.fields, *resource.unread})


def named(resource: ResourceDraft, expression: Expression) -> list[Field]:
    """The fields that an expression speaks of."""
    fields = resource.typed()
    names = {str(node.parts[0]) for node in walk(bound(expression, fields)) if node.op == "name"}
    return [field for name, field in fields.items() if name in names]


def check_places(draft: ContractDraft, located: Located, fields: list[Field]) -> None:
    """All decimals of an expression have the same digits and places, literals no more places."""
    shapes = {(field.digits, field.places or 0) for field in fields if field.digits is not None}
    if len(shapes) > 1:
        message = "decimals in one expression have the same digits and places"
        draft.mistakes.add(located.at, "BS602", message)
        return
    for _, places in shapes:
        for path, at in located.places.items():
            number = _number(located.expression, path)
            if number is not None and number != round(number, places):
                message = f"`{show(Expression('number', (number,)))}` has more than {places} places"
                draft.mistakes.add(at, "BS602", message)


def _number(expression: Expression, path: tuple[int, ...]) -> Decimal | None:
    node: object = expression
    for step in path:
        assert isinstance(node, Expression), "a path leads through expressions"
        node = node.parts[step]
    assert isinstance(node, Expression), "a path leads to an expression"
    value = node.parts[0] if node.op == "number" else None
    return value if isinstance(value, Decimal) else None


def check_computed(draft: ContractDraft, resource: ResourceDraft) -> None:
    """Computed fields: of the type that they say, from stored fields alone."""
    for field in resource.fields.values():
        if field.value is None or not field.field.computed or field.field.kind not in COMPUTED:
            continue
        found = type_in(draft, resource, field.value, "a computed field")
        if found is None:
            continue
        kind = field.field.kind
        wanted = "whole" if kind in ("int", "seconds") else kind
        if found != wanted and (found, wanted) != ("whole", "decimal"):
            message = f"`{field.field.name}` is {wanted}, but its expression is {found}"
            draft.mistakes.add(field.value.at, "BS602", message)
        elif not _names_any(resource, field.value.expression):
            message = "an expression speaks of at least one field"
            draft.mistakes.add(field.value.at, "BS605", message)
        else:
            fields = [*named(resource, field.value.expression), field.field]
            check_places(draft, field.value, fields)
