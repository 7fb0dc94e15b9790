"""What of a body only some may send, what the server fills in, what must be known."""

from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.build.naming.names import names_of
from backstay.build.views.scope import role_name


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and a Python expression."""

    name: str
    value: str


def protected_of(blueprint: Blueprint, fields: list[Field]) -> list[Pair]:
    """Fields that only some roles may send, with those roles."""
    found = []
    for field in fields:
        by_server = field.default is not None and field.default.op == "caller"
        if not field.write and not by_server:
            continue
        allowed = {"admin", field.write} - {""}
        roles = [role_name(role) for role in blueprint.roles if role in allowed]
        found.append(Pair(field.wire, "{" + ", ".join(roles) + "}"))
    return found


def defaults_of(fields: list[Field], many: str) -> list[Pair]:
    """What the service fills in when it is not sent."""
    found = []
    for field in fields:
        if field.default is None or field.computed is not None:
            continue
        if field.default.op == "caller":
            found.append(Pair(field.wire, "self.caller.user_id"))
        elif field.default.op == "now":
            day = ".date()" if field.kind == "date" else ""
            found.append(Pair(field.wire, f"self.{many}.work.now{day}"))
    return found


def references_of(blueprint: Blueprint, fields: list[Field]) -> tuple[Pair, ...]:
    """References of a body, with the repository that knows what the caller may read."""
    return tuple(
        Pair(field.wire, f"self.{names_of(blueprint, blueprint.resource(field.target)).many}")
        for field in fields
        if field.target
    )


def known_of(fields: list[Field]) -> str:
    """What an attacker tries first against a password: the address, and what names the person."""
    names = ["email", *(field.wire for field in fields if field.kind == "text" and field.pii)]
    optional = {field.wire for field in fields if field.optional}
    return ", ".join(f'data.{name} or ""' if name in optional else f"data.{name}" for name in names)


def created_of(blueprint: Blueprint, resource: Resource, *, has_defaults: bool) -> str:
    """The values of a new row, as one expression; what stands later wins."""
    parts = ["defaults", "values"] if has_defaults else ["values"]
    if resource.under:
        wire = resource.field(resource.parent_field).wire
        parent = names_of(blueprint, blueprint.resource(resource.under)).parameter
        parts.append(f'{{"{wire}": {parent}}}')
    if resource.login:
        parts.append('{"password_hash": password_hash}')
    return " | ".join(parts)
