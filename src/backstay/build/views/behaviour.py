"""The views of flows, rules and rights: what a service holds rows to."""

from dataclasses import dataclass

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import depends_on_request, names_in, show
from backstay.blueprint.model import Expression, Flow, Rule
from backstay.build.expressions.python import Conditions
from backstay.build.naming.names import enum_name, free, names_of
from backstay.build.views.rights import may
from backstay.build.views.sending import Pair
from backstay.build.views.words import docstring


@dataclass(frozen=True, slots=True)
class FlowView:
    """One flow: its field, and where each state leads."""

    name: str
    local: str
    enum: str
    start: str
    steps: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """One row rule as a function."""

    name: str
    function: str
    doc: str
    condition: str
    unused: tuple[str, ...]
    fields: str


@dataclass(frozen=True, slots=True)
class RightView:
    """One right as a function: `may_delete`."""

    name: str
    words: str
    condition: str
    rowless: bool


@dataclass(frozen=True, slots=True)
class BehaviourView:
    """What the templates of flow, rules and policy print."""

    flows: tuple[FlowView, ...]
    flow_enums: str
    plain: tuple[RuleView, ...]
    timed: tuple[RuleView, ...]
    rights: tuple[RightView, ...]


def behaviour_view(blueprint: Blueprint, resource: Resource) -> BehaviourView:
    """Flows, rules and rights of a resource."""
    flows = [_flow(blueprint, resource, flow) for flow in resource.flows]
    checks = [(rule, rule.check) for rule in resource.rules if rule.check is not None]
    views = [(_rule(blueprint, resource, rule, check), check) for rule, check in checks]
    return BehaviourView(
        flows=tuple(flows),
        flow_enums=", ".join(flow.enum for flow in flows),
        plain=tuple(view for view, check in views if not depends_on_request(check)),
        timed=tuple(view for view, check in views if depends_on_request(check)),
        rights=tuple(_rights(blueprint, resource)),
    )


def _flow(blueprint: Blueprint, resource: Resource, flow: Flow) -> FlowView:
    enum = enum_name(blueprint, resource, resource.field(flow.field))
    local = free(flow.field)
    if local == names_of(blueprint, resource).one:
        local = f"old_{flow.field}"
    steps = []
    for state in resource.field(flow.field).values:
        to = [f"{enum}.{after.upper()}" for before, after in flow.edges if before == state]
        steps.append(Pair(f"{enum}.{state.upper()}", f"{{{', '.join(to)}}}" if to else "set()"))
    return FlowView(flow.field, local, enum, f"{enum}.{flow.start.upper()}", tuple(steps))


def _rule(blueprint: Blueprint, resource: Resource, rule: Rule, check: Expression) -> RuleView:
    row = names_of(blueprint, resource).one
    condition = Conditions(blueprint, resource, row).not_false(check)
    words = condition.replace("(", " ").replace(")", " ").replace(".", " ").split()
    names = names_in(check, resource)
    return RuleView(
        name=rule.name,
        function=free(rule.name),
        doc=docstring(f"Whether `{show(check)}` is not false.", 4),
        condition=condition,
        unused=tuple(name for name in ("now", "caller") if name not in words),
        fields=", ".join(f'"{resource.field(name).wire}"' for name in names),
    )


def _rights(blueprint: Blueprint, resource: Resource) -> list[RightView]:
    row = names_of(blueprint, resource).one
    found = []
    for verb in ("update", "delete", *(action.name for action in resource.actions)):
        condition = may(blueprint, resource, verb, row)
        if condition and roles_with(blueprint, resource, verb):
            rowless = f"{row}." not in condition
            words = "change" if verb == "update" else verb.replace("_", " ")
            found.append(RightView(verb, words, condition, rowless))
    return found
