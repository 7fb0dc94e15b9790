"""Taking: what an action makes of a row, where the contract lets it be taken."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from backstay.blueprint.contract import Resource
from backstay.blueprint.expressions import depends_on_request, evaluate, names_in
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Action
from backstay.prove.world.moments import worked_out

Values = dict[str, Any]


class Taking:
    """One action of a resource, on rows by the names of the contract."""

    def __init__(self, resource: Resource, action: Action) -> None:
        self._resource = resource
        self._when = None if action.when is None else bind(action.when, resource)
        self._sets = {name: bind(value, resource) for name, value in action.sets}
        self._steps = {flow.field: set(flow.edges) for flow in resource.flows}
        checks = [rule.check for rule in resource.rules if rule.check is not None]
        # rules about the request are judged again only when one of their fields changes
        self._checks = [
            bind(check, resource)
            for check in checks
            if not depends_on_request(check) or set(names_in(check, resource)) & set(self._sets)
        ]

    def after(self, row: Mapping[str, Any], caller: str, now: datetime) -> Values | None:
        """The row as it would be; None where `when`, a flow or a rule refuses it.

        Args: row, its values; caller, the account that takes the action; now, when.
        """
        if self._when is not None and evaluate(self._when, row, now, caller) is not True:
            return None
        made = dict(row)
        for name, expression in self._sets.items():
            field = self._resource.field(name)
            value = worked_out(field, expression, row, now, caller)
            made[name] = UUID(str(value)) if field.kind == "ref" and value is not None else value
        for name, edges in self._steps.items():
            if row[name] != made[name] and (row[name], made[name]) not in edges:
                return None
        kept = all(evaluate(one, made, now, caller) is not False for one in self._checks)
        return made if kept else None
