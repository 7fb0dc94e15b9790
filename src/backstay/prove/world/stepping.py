"""Stepping: single steps of a flow that make a condition true of a stored row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Expression, Field
from backstay.blueprint.samples.rows import checks_of
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.fitting import kept, met
from backstay.prove.world.hands import Hands, hands_for


@dataclass(frozen=True, slots=True)
class Step:
    """From one value of an enum field to another, by a PATCH, or by an action that does it."""

    field: Field
    before: str
    after: str
    action: str = ""


def begins(resource: Resource, now: Mapping[str, Any], condition: Expression | None) -> bool:
    """Whether a condition that is true of a row can be true of one that was just created."""
    starts = {flow.field: flow.start for flow in resource.flows}
    return condition is None or met(bind(condition, resource), {**now, **starts})


def step_into(
    blueprint: Blueprint, resource: Resource, now: Mapping[str, Any], condition: Expression
) -> tuple[Step, Hands]:
    """A step after which the condition is true and was not before, and who may take it.

    Raises: NoRowError when nobody can.
    """
    for step in _steps(resource, now, condition):
        try:
            if step.action:
                return step, hands_for(blueprint, resource, step.action)
            return step, hands_for(blueprint, resource, "update", [step.field])
        except NoRowError:
            continue
    raise NoRowError(f"no step of a flow makes the condition true of a {resource.name}")


def _steps(resource: Resource, now: Mapping[str, Any], condition: Expression) -> Iterator[Step]:
    bound, checks = bind(condition, resource), checks_of(resource)
    for flow in resource.flows:
        field = resource.field(flow.field)
        for before, after in flow.edges:
            rows = {**now, flow.field: before}, {**now, flow.field: after}
            if met(bound, rows[0]) or not met(bound, rows[1]):
                continue
            if not all(kept(row, checks) for row in rows):
                continue
            yield Step(field, before, after)
            for action in resource.actions:
                sets = {name: value.parts for name, value in action.sets}
                may = action.when is None or met(bind(action.when, resource), rows[0])
                if sets == {flow.field: (after,)} and may:
                    yield Step(field, before, after, action.name)
