"""The operations of a blueprint: exactly those that exist (contract.md section 5)."""

from collections.abc import Iterator
from dataclasses import dataclass

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.naming import PREFIX, item_parameter, kebab, operation_id

PUBLIC = ("public",)
# kind, method, verb that grants it, success status, whether it works on one row
CRUD = (
    ("create", "POST", "create", 201, False),
    ("list", "GET", "read", 200, False),
    ("get", "GET", "read", 200, True),
    ("replace", "PUT", "update", 200, True),
    ("update", "PATCH", "update", 200, True),
    ("delete", "DELETE", "delete", 204, True),
)
SIGN_IN = (("register", 201), ("login", 200), ("refresh", 200), ("logout", 204))


@dataclass(frozen=True, slots=True)
class Operation:
    """One method on one path.

    `kind` is register, login, refresh, logout, create, list, get, replace, update, delete or
    action. `status` is that of success. `roles` are those that are let in at all: whoever has
    none of them is answered 403 before the input is read (`create` asks for `create`, all else
    for `read`). It is `("public",)` where nobody needs to sign in.
    """

    id: str
    method: str
    path: str
    resource: str
    kind: str
    action: str
    status: int
    roles: tuple[str, ...]

    @property
    def public(self) -> bool:
        """Whether it is open to callers without a token."""
        return self.kind in ("register", "login", "refresh")

    @property
    def verb(self) -> str:
        """The word of `access` that grants it; empty for the operations of sign-in."""
        if self.action:
            return self.action
        return next((verb for kind, _, verb, _, _ in CRUD if kind == self.kind), "")


def collection(blueprint: Blueprint, resource: Resource) -> str:
    """The path of all rows, nested below the items of its parents."""
    path = PREFIX
    for parent in blueprint.chain(resource):
        path += f"/{kebab(parent.plural)}/{{{item_parameter(parent.name)}}}"
    return f"{path}/{kebab(resource.plural)}"


def item(blueprint: Blueprint, resource: Resource) -> str:
    """The path of one row."""
    return f"{collection(blueprint, resource)}/{{{item_parameter(resource.name)}}}"


def operations(blueprint: Blueprint) -> tuple[Operation, ...]:
    """Every operation that exists: those of sign-in, then by resource in contract order."""
    found = [*operations_of(blueprint, None)]
    for resource in blueprint.resources:
        found += operations_of(blueprint, resource)
    return tuple(found)


def operations_of(blueprint: Blueprint, resource: Resource | None) -> tuple[Operation, ...]:
    """The operations of one resource; without one, those of sign-in."""
    if resource is None:
        return tuple(_sign_in(blueprint))
    return (*_crud(blueprint, resource), *_actions(blueprint, resource))


def _sign_in(blueprint: Blueprint) -> Iterator[Operation]:
    for kind, status in SIGN_IN:
        roles = blueprint.roles if kind == "logout" else PUBLIC
        yield Operation(kind, "POST", f"{PREFIX}/auth/{kind}", "", kind, "", status, roles)


def _crud(blueprint: Blueprint, resource: Resource) -> Iterator[Operation]:
    for kind, method, verb, status, one in CRUD:
        if not roles_with(blueprint, resource, verb):
            continue
        path = (item if one else collection)(blueprint, resource)
        name = operation_id(kind, resource.name, resource.plural)
        roles = roles_with(blueprint, resource, "create" if kind == "create" else "read")
        yield Operation(name, method, path, resource.name, kind, "", status, roles)


def _actions(blueprint: Blueprint, resource: Resource) -> Iterator[Operation]:
    readers = roles_with(blueprint, resource, "read")
    for action in resource.actions:
        if not roles_with(blueprint, resource, action.name):
            continue
        path = f"{item(blueprint, resource)}/{kebab(action.name)}"
        name = operation_id("action", resource.name, resource.plural, action.name)
        yield Operation(name, "POST", path, resource.name, "action", action.name, 200, readers)
