"""Rights: section 5 of the contract, for one person and one row."""

import pytest

from backstay.prove.world.person import Person
from backstay.prove.world.rights import accounts_of, reaches, reads
from backstay.prove.world.row import Row


def person(role: str, account: str) -> Person:
    return Person(role, account, role, "", "", "")


def task(blueprint, owner: str) -> Row:
    return Row(blueprint.resource("Task"), {"id": "t", "owner_id": owner}, "", {})


@pytest.mark.parametrize(
    ("role", "owner", "reached"),
    [("admin", "2", True), ("member", "1", True), ("member", "2", False)],
)
def test_admin_reaches_all_and_owners_their_own(timetrack, role, owner, reached):
    who, row = person(role, "1"), task(timetrack, owner)
    assert reaches(timetrack, who, "update", row) is reached
    assert reads(timetrack, who, row) is reached


def test_an_account_reaches_itself_and_may_not_delete_itself(timetrack):
    row = Row(timetrack.resource("User"), {"id": "1"}, "", {})
    assert reaches(timetrack, person("member", "1"), "update", row)
    assert not reaches(timetrack, person("member", "2"), "update", row)
    assert not reaches(timetrack, person("member", "1"), "delete", row)


def test_a_row_is_read_only_below_a_parent_that_is(timetrack):
    entry = timetrack.resource("TimeEntry")
    mine = {"id": "e", "user_id": "1"}
    who = person("member", "1")
    assert reads(timetrack, who, Row(entry, mine, "", {}, task(timetrack, "1")))
    assert not reads(timetrack, who, Row(entry, mine, "", {}, task(timetrack, "2")))
    assert reads(timetrack, who, None)


def test_the_fields_that_hold_an_account(shop):
    assert [f.name for f in accounts_of(shop, shop.resource("Order"))] == ["customer"]
