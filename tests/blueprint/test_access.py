"""Who may do what: the table of contract.md section 5, entry by entry."""

import pytest

from backstay.blueprint.access import Scope, may_ever, owner_fields, roles_with, row_grant, verbs

BOX = """
  Box:
    fields: {n: int, owner: User = caller, helper: "User, optional"}
    actions: {pack: set n = 1}
    access: {admin: all, staff: read, owner: "create, read, update", helper: "read, pack"}
"""
BOTH = """
  Person:
    login: email + password
    access: {admin: all, self: "read, update", staff: read}
  Box:
    fields: {n: int, staff: Person = caller}
    access: {admin: all, staff: "create, read"}
"""


@pytest.mark.parametrize(
    ("role", "verb", "scope"),
    [
        ("admin", "delete", Scope(everything=True)),
        ("admin", "pack", Scope(everything=True, owners=("owner", "helper"))),
        ("staff", "read", Scope(everything=True, owners=("owner", "helper"))),
        ("staff", "update", Scope(owners=("owner",))),
        ("member", "create", Scope(owners=("owner",))),
        ("member", "read", Scope(owners=("owner", "helper"))),
        ("member", "pack", Scope(owners=("owner", "helper"))),
        ("member", "delete", Scope()),
    ],
)
def test_grants_add_up_over_role_and_owner_fields(contract, role, verb, scope):
    blueprint = contract(BOX)

    assert row_grant(blueprint, blueprint.resource("Box"), role, verb) == scope


def test_an_action_is_granted_by_its_name_by_update_and_by_all(contract):
    blueprint = contract(BOX)
    box = blueprint.resource("Box")

    assert verbs(box) == ("create", "read", "update", "delete", "pack")
    assert may_ever(blueprint, box, "member", "pack")
    assert not may_ever(blueprint, box, "member", "delete")


def test_a_name_that_is_role_and_field_asks_for_both(contract):
    blueprint = contract(BOTH)
    box = blueprint.resource("Box")

    assert row_grant(blueprint, box, "staff", "read") == Scope(owners=("staff",))
    assert row_grant(blueprint, box, "member", "read") == Scope()
    assert roles_with(blueprint, box, "create") == ("admin", "staff")


def test_self_is_the_own_account_alone(contract):
    blueprint = contract(BOTH)
    person = blueprint.resource("Person")

    assert row_grant(blueprint, person, "member", "update") == Scope(self_only=True)
    assert row_grant(blueprint, person, "staff", "read") == Scope(everything=True, self_only=True)
    assert not row_grant(blueprint, person, "member", "delete")


def test_owner_fields_are_the_references_to_accounts(contract):
    blueprint = contract(BOX)

    assert owner_fields(blueprint, blueprint.resource("Box")) == ("owner", "helper")


def test_without_access_only_admin_and_owners_by_caller_get_in(contract):
    blueprint = contract("  Box:\n    fields: {owner: User = caller, helper: User}\n")
    box = blueprint.resource("Box")

    assert [(grant.who, grant.verbs) for grant in box.access] == [
        ("admin", ("all",)),
        ("owner", ("create", "read", "update", "delete")),
    ]
    assert [(grant.who, grant.verbs) for grant in blueprint.login.access] == [
        ("admin", ("all",)),
        ("self", ("read", "update")),
    ]


def test_with_access_admin_gets_in_only_where_it_is_named(contract):
    blueprint = contract("  Box:\n    fields: {n: int}\n    access: {staff: all}\n")

    assert roles_with(blueprint, blueprint.resource("Box"), "read") == ("staff",)
