"""The operations of a contract are exactly those that somebody is granted."""

from backstay.blueprint import Blueprint
from backstay.blueprint.operations import Operation, collection, item, operations


def by_id(blueprint: Blueprint) -> dict[str, Operation]:
    return {operation.id: operation for operation in operations(blueprint)}


def test_timetrack_has_its_23_operations(timetrack):
    found = operations(timetrack)

    assert len(found) == 23
    assert len({operation.id for operation in found}) == 23
    assert len({(operation.method, operation.path) for operation in found}) == 23


def test_an_operation_says_all_that_a_route_needs(timetrack):
    assert by_id(timetrack)["stop_time_entry"] == Operation(
        id="stop_time_entry",
        method="POST",
        path="/api/v1/tasks/{task_id}/time-entries/{time_entry_id}/stop",
        resource="TimeEntry",
        kind="action",
        action="stop",
        status=200,
        roles=("admin", "member"),
    )


def test_sign_in_is_public_but_for_logout(timetrack):
    found = operations(timetrack)[:4]

    assert [(o.id, o.path, o.status) for o in found] == [
        ("register", "/api/v1/auth/register", 201),
        ("login", "/api/v1/auth/login", 200),
        ("refresh", "/api/v1/auth/refresh", 200),
        ("logout", "/api/v1/auth/logout", 204),
    ]
    assert [o.public for o in found] == [True, True, True, False]
    assert found[0].roles == ("public",)
    assert found[3].roles == ("admin", "member")


def test_what_nobody_is_granted_does_not_exist(contract):
    blueprint = contract('  Box:\n    fields: {n: int}\n    access: {staff: "create, read"}\n')

    ids = [operation.id for operation in operations(blueprint) if operation.resource == "Box"]

    assert ids == ["create_box", "list_boxes", "get_box"]


def test_an_action_may_exist_without_update(contract):
    blueprint = contract(
        "  Box:\n    fields: {n: int}\n    actions: {pack: set n = 1, tape: set n = 2}\n"
        '    access: {staff: "read, pack"}\n'
    )

    ids = [operation.id for operation in operations(blueprint) if operation.resource == "Box"]

    assert ids == ["list_boxes", "get_box", "pack_box"]


def test_who_may_read_is_let_in_to_be_told_that_he_may_not_change(contract):
    blueprint = contract("  Box:\n    fields: {n: int}\n    access: {admin: all, staff: read}\n")
    found = by_id(blueprint)

    assert found["delete_box"].roles == ("admin", "staff")
    assert found["create_box"].roles == ("admin",)
    assert found["delete_box"].verb == "delete"
    assert found["get_box"].verb == found["list_boxes"].verb == "read"


def test_nested_paths_go_through_the_items_of_all_parents(contract):
    blueprint = contract(
        "  Shelf: {fields: {n: int}}\n"
        "  BookCase: {under: Shelf, fields: {shelf: Shelf}}\n"
        "  Book: {under: BookCase, plural: volumes, fields: {book_case: BookCase}}\n"
    )
    book = blueprint.resource("Book")

    assert (
        collection(blueprint, book) == "/api/v1/shelfs/{shelf_id}/book-cases/{book_case_id}/volumes"
    )
    assert item(blueprint, book).endswith("/volumes/{book_id}")


def test_an_action_is_its_own_verb(timetrack):
    assert by_id(timetrack)["stop_time_entry"].verb == "stop"


def test_the_verb_of_sign_in_is_none(timetrack):
    assert [operation.verb for operation in operations(timetrack)[:4]] == [""] * 4
