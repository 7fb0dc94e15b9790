"""The view of sign-up and login: the account resource, as its owner sees it."""

from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint
from backstay.build.naming.names import Names, names_of
from backstay.build.views.marks import marks_of
from backstay.build.views.raises import raises_of
from backstay.build.views.schema import FieldView, schema_view
from backstay.build.views.sending import Pair, defaults_of, known_of
from backstay.build.views.service import service_view


@dataclass(frozen=True, slots=True)
class AuthView:
    """What the templates of sign-in print; `n` are the names of the login resource."""

    n: Names
    registered: tuple[FieldView, ...]
    enums: tuple[str, ...]
    known_to_attackers: str
    register_errors: str
    flow: bool
    rules: bool
    defaults: tuple[Pair, ...]
    judged_registered: str
    marks: tuple[str, ...]


def auth_view(blueprint: Blueprint) -> AuthView:
    """The view of the four operations of sign-in."""
    resource = blueprint.login
    names = names_of(blueprint, resource)
    service = service_view(blueprint, resource)
    raised = raises_of(blueprint, resource).create
    errors = [name for name in raised if name in ("FlowRefused", "RuleBroken", "NotUnique")]
    timed = service.judged_created
    moment = f", vars({names.one}), self.{names.many}.work.now, SYSTEM" if timed else ""
    fields = [field for field in resource.fields if not field.write]
    return AuthView(
        n=names,
        registered=schema_view(blueprint, resource).registered,
        enums=schema_view(blueprint, resource).enums,
        known_to_attackers=known_of(list(resource.fields)),
        register_errors=", ".join(errors),
        flow=service.flow,
        rules=service.rules,
        defaults=tuple(
            pair for pair in defaults_of(fields, names.many) if "caller" not in pair.value
        ),
        judged_registered=moment,
        marks=marks_of(blueprint, "login"),
    )
