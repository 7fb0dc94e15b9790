"""What an action sets is null only where the field may be: else the database would refuse it."""

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.checks.expressions import named
from backstay.blueprint.expressions.show import COMPARISONS
from backstay.blueprint.expressions.tree import walk
from backstay.blueprint.forms.expressions import Located
from backstay.blueprint.model import Expression, Field

TRUE_ONLY_WITH_VALUES = (*COMPARISONS, "name")


def check_nulls(
    draft: ContractDraft,
    resource: ResourceDraft,
    field: Field,
    value: Located,
    when: Located | None,
) -> None:
    """`set A = B` where B may be null and A may not (BS407), unless `when` rules it out."""
    if field.optional:
        return
    if value.expression.op == "null":
        message = f"`{field.name}` cannot be null: it is not optional"
        draft.mistakes.add(value.at, "BS407", message)
        return
    if field.kind == "enum" and value.expression.op == "name":
        return
    known = never_null(when.expression) if when else set()
    for used in named(resource, value.expression):
        if used.optional and used.name not in known:
            message = f"`{field.name}` cannot be null, but `{used.name}` may be"
            hint = f"add `when {used.name} is not null`"
            draft.mistakes.add(value.at, "BS407", message, hint=hint)


def never_null(when: Expression) -> set[str]:
    """The fields that cannot be null where a condition is true."""
    parts = [part for part in when.parts if isinstance(part, Expression)]
    if when.op == "and":
        return never_null(parts[0]) | never_null(parts[1])
    if when.op in (*TRUE_ONLY_WITH_VALUES, "is not null"):
        return _names(when)
    if when.op == "not" and parts[0].op in (*TRUE_ONLY_WITH_VALUES, "is null"):
        return _names(parts[0])
    return set()


def _names(expression: Expression) -> set[str]:
    return {str(node.parts[0]) for node in walk(expression) if node.op == "name"}
