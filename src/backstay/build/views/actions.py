"""The view of actions: named changes with a condition (contract.md section 2.3)."""

from dataclasses import dataclass

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import depends_on_request, show
from backstay.blueprint.model import Action, Expression
from backstay.build.expressions.mentions import speaks_of
from backstay.build.expressions.python import Conditions
from backstay.build.naming.names import enum_name, names_of
from backstay.build.views.arguments import arguments_of
from backstay.build.views.raises import raises_of
from backstay.build.views.rights import may
from backstay.build.views.sending import Pair
from backstay.build.views.words import docstring, section


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action: a method, and a function that says whether it may happen.

    `alone` is the class that holds it where each has a file of its own.
    """

    name: str
    alone: str
    doc: str
    may: str
    refused: str
    now: bool
    sets: tuple[Pair, ...]
    judged: str
    condition: str
    test: str
    test_args: str
    test_doc: str


@dataclass(frozen=True, slots=True)
class ActionsView:
    """What the template of actions prints."""

    actions: tuple[ActionView, ...]
    policies: str


def actions_view(blueprint: Blueprint, resource: Resource) -> ActionsView:
    """The actions of a resource that somebody is granted."""
    granted = [one for one in resource.actions if roles_with(blueprint, resource, one.name)]
    views = [_action(blueprint, resource, action) for action in granted]
    policies = [view.may for view in views if view.may]
    return ActionsView(tuple(views), ", ".join(policies))


def method_of(action: str) -> str:
    """The method of an action; `service` is what all of them hold."""
    return f"{action}_" if action == "service" else action


def _action(blueprint: Blueprint, resource: Resource, action: Action) -> ActionView:
    names = names_of(blueprint, resource)
    writer = Conditions(blueprint, resource, names.one)
    when = action.when
    timed = any(rule.check and depends_on_request(rule.check) for rule in resource.rules)
    moment = when is not None and speaks_of(when, "now")
    person = when is not None and speaks_of(when, "caller")
    extra = [(moment, "now", "now: datetime"), (person, "caller", "caller: Caller")]
    calls = {"now": "now", "caller": "self.service.caller"}
    test = f"can_{action.name}"
    given = "".join(f", {calls[name]}" for used, name, _ in extra if used)
    return ActionView(
        name=method_of(action.name),
        alone="".join(word.capitalize() for word in action.name.split("_")) + names.name,
        doc=_doc(blueprint, resource, action),
        may=f"may_{action.name}" if may(blueprint, resource, action.name, names.one) else "",
        refused=f"{test}({names.one}{given})" if when is not None else "",
        now=moment or any(speaks_of(value, "now") for _, value in action.sets),
        sets=tuple(_set(blueprint, resource, writer, name, value) for name, value in action.sets),
        judged=f", values, self.service.{names.many}.work.now, self.service.caller" * timed,
        condition=writer.true(when) if when is not None else "",
        test=test,
        test_args=", ".join(
            [f"{names.one}: {names.row}", *(typed for used, _, typed in extra if used)]
        ),
        test_doc=docstring(f"Whether `{show(when)}` is true.", 4) if when is not None else "",
    )


def _doc(blueprint: Blueprint, resource: Resource, action: Action) -> str:
    names = names_of(blueprint, resource)
    sets = ", ".join(f"{name} = {show(value)}" for name, value in action.sets)
    when = f" when {show(action.when)}" if action.when is not None else ""
    raises = raises_of(blueprint, resource)
    forbidden = ["Forbidden"] if may(blueprint, resource, action.name, names.one) else []
    refused = ["ActionRefused"] if action.when is not None else []
    kinds = [*raises.missing, *forbidden, *refused, *raises.action]
    head = docstring(f"Set {sets}{when}.", 8).removesuffix('"""').rstrip()
    body = [
        f"        Args: {arguments_of(blueprint, resource).row_docs}.",
        f"        Returns: the {names.words} as it will be stored.",
        section("Raises", kinds, 8),
        '        """',
    ]
    return "\n".join([head, "", *body])


def _set(
    blueprint: Blueprint, resource: Resource, writer: Conditions, name: str, value: Expression
) -> Pair:
    field = resource.field(name)
    if field.kind == "enum" and value.op == "name":
        enum = enum_name(blueprint, resource, field)
        return Pair(field.wire, f"{enum}.{str(value.parts[0]).upper()}")
    text = writer.value(value, field).replace("caller.user_id", "self.service.caller.user_id")
    row = names_of(blueprint, resource).one
    empty = " or ".join(f"{row}.{one} is None" for one in writer.optional(value))
    return Pair(field.wire, f"None if {empty} else {text}" if empty else text)
