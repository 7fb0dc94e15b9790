"""The view of a factory: a good body, and what must be stored before it can be sent."""

from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.naming import operation_id
from backstay.blueprint.samples.makers import can_make, is_guarded, maker_role, needed_fields
from backstay.blueprint.samples.rows import good_row
from backstay.build.naming.names import Names, names_of
from backstay.build.views.scope import role_name
from backstay.build.views.sending import Pair
from backstay.build.views.testing.numbered import value_text


@dataclass(frozen=True, slots=True)
class Need:
    """A row that must be there first: the field that names it, and who makes it."""

    wire: str
    n: Names
    makers: tuple[str, ...]
    others: bool

    @property
    def who(self) -> str:
        """The person who makes it, as Python: whoever needs it, or an admin."""
        if not self.makers:
            return "await world.person()"
        roles = ", ".join(role_name(role) for role in self.makers)
        return f"who if who.role in {{{roles}}} else await world.person()" if self.others else "who"


@dataclass(frozen=True, slots=True)
class FactoryView:
    """What the template of a factory prints.

    Attributes:
        body: what can be said of a new row without naming another.
        numbered: whether something in it differs from call to call.
        fixed: of it, what only a creation takes.
        made: whether any role can make a row; without one there are bodies only.
        parent, refs: what is made first; accounts: fields that name the person who makes it.
    """

    n: Names
    login: bool
    body: tuple[Pair, ...]
    fixed: tuple[str, ...]
    made: bool
    parent: Need | None
    refs: tuple[Need, ...]
    accounts: tuple[str, ...]
    named: tuple[str, ...]
    needs: tuple[Names, ...]
    create_id: str
    replace_id: str
    update_id: str
    numbered: bool


def factory_view(blueprint: Blueprint, resource: Resource) -> FactoryView:
    """The factory of a resource."""
    maker = maker_role(blueprint, resource)
    row = good_row(blueprint, resource) or {}
    names = names_of(blueprint, resource)
    needed = [field for field in needed_fields(resource) if field.kind == "ref"]
    login = blueprint.login.name
    refs = [_need(blueprint, resource, field) for field in needed if field.target != login]
    above = [field for field in resource.fields if field.name == resource.parent_field]
    parents = [_need(blueprint, resource, field) for field in above]
    body = [Pair(one.wire, value_text(resource, one, row)) for one in body_fields(resource)]
    before = [need.n for need in [*parents, *refs]]
    return FactoryView(
        n=names,
        login=resource.login,
        body=tuple(body),
        fixed=tuple(field.wire for field in resource.fields if field.fixed),
        made=bool(maker),
        parent=parents[0] if parents else None,
        refs=tuple(refs),
        accounts=tuple(field.wire for field in needed if field.target == login),
        named=tuple(field.wire for field in needed),
        needs=tuple(dict.fromkeys(before)),
        create_id=operation_id("create", resource.name, resource.plural),
        replace_id=operation_id("replace", resource.name, resource.plural),
        update_id=operation_id("update", resource.name, resource.plural),
        numbered=not resource.login and any("NUMBERS" in pair.value for pair in body),
    )


def body_fields(resource: Resource) -> list[Field]:
    """What a good body says: all that anybody may send, and what must be sent."""
    needed = needed_fields(resource)
    return [
        field
        for field in resource.fields
        if field.computed is None
        and field.name != resource.parent_field
        and (field in needed or not is_guarded(field))
        and not (field.kind == "ref" and field in needed)
    ]


def _need(blueprint: Blueprint, resource: Resource, field: Field) -> Need:
    target = blueprint.resource(field.target)
    roles = [role for role in blueprint.roles if can_make(blueprint, resource, role)]
    makers = tuple(role for role in roles if can_make(blueprint, target, role))
    return Need(field.wire, names_of(blueprint, target), makers, others=len(makers) < len(roles))
