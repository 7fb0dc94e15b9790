"""Promise: the table of contract.md section 5, as one caller meets it."""

from pathlib import Path

import pytest

from backstay.blueprint import Blueprint, load, parse
from backstay.blueprint.operations import operations
from backstay.prove.access.promise import promised
from backstay.prove.world.person import Person
from backstay.prove.world.row import Row

CONTRACT = b"""backstay: 1
service: a
roles: [admin, staff, member]
resources:
  Task:
    fields: {title: text, owner: User = caller}
    access: {admin: all, staff: read, owner: "create, read, update"}
  Closed:
    fields: {title: text}
    access: {admin: all, staff: read}
"""
TIMETRACK = Path(__file__).parents[3] / "examples" / "timetrack.yaml"
ME, OTHER = "1", "2"


@pytest.fixture(scope="module")
def blueprint():
    return parse(CONTRACT, "contract")


def statuses(
    blueprint: Blueprint, role: str, operation_id: str, owner: str | None = None
) -> tuple[int, ...]:
    operation = next(one for one in operations(blueprint) if one.id == operation_id)
    row = None
    if owner is not None:
        row = Row(blueprint.resource("Task"), {"id": "r", "owner_id": owner}, "", {})
    return promised(blueprint, operation, Person(role, ME, role, "", "", ""), row, None).statuses


@pytest.mark.parametrize(
    ("role", "read", "update", "delete"),
    [
        ("admin", (200, 200, 404), (200, 200, 404), (204, 204, 404)),
        ("staff", (200, 200, 404), (200, 403, 404), (403, 403, 404)),
        ("member", (200, 404, 404), (200, 404, 404), (403, 404, 404)),
    ],
)
def test_the_table_of_section_5(blueprint, role, read, update, delete):
    assert statuses(blueprint, role, "create_task")[0] == 201
    assert statuses(blueprint, role, "list_tasks") == (200,)
    for kind, wanted in (("get", read), ("update", update), ("delete", delete)):
        told = tuple(
            statuses(blueprint, role, f"{kind}_task", owner)[0] for owner in (ME, OTHER, None)
        )
        assert told == wanted, kind


def test_whom_no_line_lets_in_hears_403_of_everything(blueprint):
    for kind in ("create", "get", "update", "delete"):
        assert statuses(blueprint, "member", f"{kind}_closed") == (403,)
    assert statuses(blueprint, "member", "list_closeds") == (403,)


def test_below_a_parent_that_is_not_readable_there_is_nothing():
    blueprint = load(TIMETRACK)
    operation = next(one for one in operations(blueprint) if one.id == "create_time_entry")
    who = Person("member", ME, "member", "", "", "")
    for owner, status in ((ME, 201), (OTHER, 404)):
        parent = Row(blueprint.resource("Task"), {"id": "t", "owner_id": owner}, "", {})
        assert promised(blueprint, operation, who, None, parent).statuses[0] == status
