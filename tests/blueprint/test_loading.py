"""Freezing fills in every default of contract.md, so that upper floors never guess."""

from decimal import Decimal

import pytest

from backstay.blueprint import ContractError, check, load, parse
from backstay.blueprint.model import Expression, Limits, Listing, Objective, Paging

LEAST = b"backstay: 1\nservice: library\nresources:\n  Book:\n    fields: {title: text}\n"


@pytest.fixture(scope="module")
def library():
    return parse(LEAST, "library.yaml")


def test_the_head_of_a_contract_has_the_defaults_of_the_language(library):
    assert (library.version, library.layout, library.id_kind) == ("0.1.0", "src", "uuid7")
    assert library.timestamps
    assert library.roles == ("admin", "member")
    assert library.page == Paging("numbered", 20, 100)
    assert library.limits == Limits(600, 60, 1_048_576)
    assert library.objective == Objective(
        p95=Decimal(200), errors=Decimal("0.1"), availability=Decimal("99.9"), rate=100
    )


def test_the_accounts_come_by_themselves_and_first(library):
    user, book = library.resources

    assert (user.name, user.plural, user.login) == ("User", "users", True)
    assert [field.name for field in user.fields] == ["email", "role", "is_active"]
    email, role, is_active = user.fields
    assert email.unique is email.pii is True
    assert (role.default, role.write) == (Expression("name", ("member",)), "admin")
    assert (is_active.default, is_active.write) == (Expression("true"), "admin")
    assert library.login is user
    assert not book.login


def test_a_written_login_resource_keeps_its_place_and_gets_what_it_lacks(shop):
    customer = shop.resources[0]
    names = " ".join(field.name for field in customer.fields)
    assert names == "email name phone birthday role is_active"
    assert customer.field("role").default == Expression("name", ("customer",))
    assert customer.field("role").write == "admin"


def test_sign_up_gives_the_first_role_that_is_not_admin_unless_another_is_said(contract):
    user = contract("  Box: {fields: {n: int}}\n").login

    assert user.field("role").default == Expression("name", ("staff",))


def test_a_resource_has_its_list_even_where_none_is_said(library):
    assert library.resource("Book").listing == Listing((), ("-created_at",), (), library.page)


def test_without_timestamps_lists_are_ordered_by_id():
    text = LEAST.replace(b"resources:", b"defaults: {timestamps: false}\nresources:")

    assert parse(text, "x").resource("Book").listing.sort == ("id",)


def test_a_list_takes_what_it_does_not_say_from_the_contract(shop):
    assert shop.resource("Order").listing.page == Paging("numbered", 20, 50)
    assert shop.resource("Product").listing.page == Paging("cursor", 20, 100)


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("text", 1, 255),
        ("text ..9", 0, 9),
        ("int", -(2**53 - 1), 2**53 - 1),
        ("int 0..", 0, 2**53 - 1),
        ("int ..0", -(2**53 - 1), 0),
        ("seconds", 0, 2**53 - 1),
        ("decimal 10.2", None, None),
        ("decimal 10.2 0.5..", Decimal("0.5"), None),
    ],
)
def test_bounds_that_are_not_said_are_those_of_the_type(written, low, high):
    book = parse(LEAST.replace(b"title: text", f"title: {written}".encode()), "x").resource("Book")

    assert (book.field("title").low, book.field("title").high) == (low, high)


def test_amounts_are_numbers_in_one_unit(shop):
    assert shop.limits == Limits(300, 60, 262_144)
    assert shop.resource("Product").cache == {"list": 30, "read": 60}
    assert (shop.objective.p95, shop.objective.p99) == (Decimal(200), Decimal(500))
    assert (shop.jobs[2].timeout, shop.jobs[2].every) == (600, "6 hours")
    assert (shop.proof.users, shop.proof.seconds, shop.proof.coverage) == (100, 300, Decimal(90))


def test_rows_that_are_not_said_are_a_thousand_and_fifty_accounts(library, shop):
    assert library.proof.data == {"User": 50, "Book": 1000}
    assert shop.proof.data["Product"] == 5000
    assert shop.proof.data["Coupon"] == 1000


def test_nested_resources_know_the_field_that_leads_to_their_parent(timetrack):
    entry = timetrack.resource("TimeEntry")

    assert (entry.under, entry.parent_field, entry.plural) == ("Task", "task", "time_entries")
    assert timetrack.chain(entry) == (timetrack.resource("Task"),)
    assert [field.on_delete for field in entry.fields[:3]] == ["cascade", "restrict", ""]


def test_flows_start_at_the_default_and_list_each_change_once(timetrack):
    (flow,) = timetrack.resource("Task").flows

    assert flow.start == "pending"
    assert flow.edges == (
        ("pending", "in_progress"),
        ("in_progress", "completed"),
        ("completed", "in_progress"),
    )


def test_every_line_can_be_found_again(timetrack):
    task = timetrack.resource("Task")

    assert task.keys["lock"].line > task.keys["list.filter"].line > task.at.line
    assert task.keys["fields.title"] == task.field("title").at
    assert timetrack.keys["prove.data"].line > timetrack.keys["jobs"].line


def test_a_blueprint_can_be_kept_in_sets(timetrack):
    assert len({timetrack, timetrack.login, timetrack.resource("User")}) == 2


def test_asking_for_what_is_not_there_is_an_error(timetrack):
    with pytest.raises(KeyError, match="Tusk"):
        timetrack.resource("Tusk")
    with pytest.raises(KeyError, match="titel"):
        timetrack.resource("Task").field("titel")


def test_all_mistakes_come_with_the_error(tmp_path):
    file = tmp_path / "bad.yaml"
    file.write_text("backstay: 1\nservice: Bad Name\nresources: {}\n")

    with pytest.raises(ContractError) as caught:
        load(file)

    assert list(caught.value.mistakes) == check(file.read_bytes())
    assert str(caught.value).startswith(f"{file}:2:10: BS201: ")
