"""Rules: conditions of a row, and uniqueness over several fields."""

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.checks.expressions import check_condition, type_in
from backstay.blueprint.checks.names import name_fits
from backstay.blueprint.forms.behaviour import RuleSaid, read_rule
from backstay.blueprint.forms.expressions import Located
from backstay.blueprint.mistakes import quoted
from backstay.blueprint.model import Expression, Rule
from backstay.blueprint.reading.entries import entries


def read_rules(draft: ContractDraft, resource: ResourceDraft) -> None:
    """Every rule of a resource."""
    if "rules" not in resource.keys:
        return
    for name, entry in entries(draft.mistakes, resource.keys["rules"], "rules").items():
        said = read_rule(draft.mistakes, entry.value)
        if not name_fits(draft.mistakes, entry.key, "a rule") or said is None:
            continue
        if said.check:
            check_condition(draft, resource, said.check)
        else:
            _check_unique(draft, resource, said)
        rule = Rule(
            name=name,
            at=entry.key.place(),
            check=said.check.expression if said.check else None,
            unique=tuple(word.text for word in said.unique),
            when=said.when.expression if said.when else None,
        )
        resource.rules.append(rule)


def _check_unique(draft: ContractDraft, resource: ResourceDraft, said: RuleSaid) -> None:
    seen: set[str] = set()
    for word in said.unique:
        type_in(draft, resource, Located(Expression("name", (word.text,)), {(): word.at}))
        if word.text in seen:
            draft.mistakes.add(word.at, "BS110", f"{quoted(word.text)} is said twice")
        seen.add(word.text)
    if said.when:
        check_condition(draft, resource, said.when, "a unique rule")
