"""The view of unit tests of rules, flows and rights."""

from dataclasses import dataclass

from backstay.blueprint.access import may_ever, row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.samples.rows import bad_row, good_row, stored_fields
from backstay.build.naming.names import Names, enum_name, enums_of, names_of
from backstay.build.views.behaviour import BehaviourView, behaviour_view
from backstay.build.views.scope import role_name
from backstay.build.views.sending import Pair
from backstay.build.views.testing.pairs import pairs_of


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A rule, and what of a good row must be different to break it."""

    rule: str
    values: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class FlowTest:
    """Every pair of different states, and whether the second may follow the first."""

    field: str
    start: str
    others: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]
    leaps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RightTest:
    """Whether a role has a right on a row; `own` where the row is the caller's."""

    name: str
    role: str
    own: bool
    allowed: bool


@dataclass(frozen=True, slots=True)
class BehaviourTestsView:
    """What the templates of the tests of rules, flows and rights print."""

    n: Names
    models: str
    good: tuple[Pair, ...]
    broken: tuple[BrokenRow, ...]
    unbroken: tuple[str, ...]
    judged: str
    flow_tests: tuple[FlowTest, ...]
    right_tests: tuple[RightTest, ...]
    owners: tuple[str, ...]


def behaviour_tests_view(blueprint: Blueprint, resource: Resource) -> BehaviourTestsView:
    """The tests of a resource's rules, flows and rights, each by itself."""
    behaviour = behaviour_view(blueprint, resource)
    names = names_of(blueprint, resource)
    row = good_row(blueprint, resource)
    broken = _broken(blueprint, resource, row) if row else []
    return BehaviourTestsView(
        n=names,
        models=", ".join([names.row, *enums_of(blueprint, resource)]),
        good=pairs_of(blueprint, resource, row or {}, stored_fields(resource)),
        broken=tuple(broken),
        unbroken=tuple(
            f"not tested: no {resource.name} was found that breaks {rule.name} and nothing else"
            for rule in resource.rules
            if rule.check is not None and rule.name not in {one.rule for one in broken}
        ),
        judged=", vars(row), NOW, caller(Role.ADMIN)" if behaviour.timed else "",
        flow_tests=tuple(_flows(blueprint, resource)),
        right_tests=tuple(_rights(blueprint, resource, behaviour)),
        owners=tuple(
            field.wire for field in resource.fields if field.target == blueprint.login.name
        ),
    )


def _broken(blueprint: Blueprint, resource: Resource, good: dict[str, object]) -> list[BrokenRow]:
    found = []
    for rule in resource.rules:
        row = bad_row(blueprint, resource, rule.check) if rule.check is not None else None
        if row is not None:
            fields = [one for one in stored_fields(resource) if row[one.name] != good[one.name]]
            found.append(BrokenRow(rule.name, pairs_of(blueprint, resource, row, fields)))
    return found


def _flows(blueprint: Blueprint, resource: Resource) -> list[FlowTest]:
    found = []
    for flow in resource.flows:
        field = resource.field(flow.field)
        enum = enum_name(blueprint, resource, field)
        member = {state: f"{enum}.{state.upper()}" for state in field.values}
        pairs = [(one, other) for one in field.values for other in field.values if one != other]
        found.append(
            FlowTest(
                field.wire,
                member[flow.start],
                tuple(text for state, text in member.items() if state != flow.start),
                tuple(
                    (member[one], member[other])
                    for one, other in pairs
                    if (one, other) in flow.edges
                ),
                tuple(
                    (member[one], member[other])
                    for one, other in pairs
                    if (one, other) not in flow.edges
                ),
            )
        )
    return found


def _rights(blueprint: Blueprint, resource: Resource, behaviour: BehaviourView) -> list[RightTest]:
    found = []
    for right in behaviour.rights:
        for role in blueprint.roles:
            if not may_ever(blueprint, resource, role, "read"):
                continue
            scope = row_grant(blueprint, resource, role, right.name)
            text = role_name(role)
            found.append(RightTest(right.name, text, own=True, allowed=bool(scope)))
            found.append(RightTest(right.name, text, own=False, allowed=scope.everything))
    return found
