"""What a document must declare: the statuses and parameters that the contract makes possible."""

import json
from pathlib import Path

import pytest

from backstay.blueprint import load, parse
from backstay.blueprint.operations import Operation, operations
from backstay.prove.document.openapi import OpenApi
from backstay.prove.document.promised import ALWAYS, may_declare, parameters_of, statuses

EXAMPLES = Path(__file__).parents[3] / "examples"
BLUEPRINT = load(EXAMPLES / "timetrack.yaml")
PLAIN = parse(
    b"backstay: 1\nservice: a\nresources:\n"
    b"  Thing: {fields: {title: text 1..9, day: date, price: decimal 6.2},"
    b" list: {filter: [day, price], page: 'cursor, default 5, max 9'}}\n",
    "contract",
)


def operation(name: str) -> Operation:
    return next(one for one in operations(BLUEPRINT) if one.id == name)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("list_tasks", {200, 401}),
        ("get_task", {200, 401, 404}),
        ("create_task", {201, 401, 409, 415}),
        ("update_task", {200, 401, 404, 409, 412, 415, 428}),
        ("delete_task", {204, 401, 404, 412, 428}),
        ("create_time_entry", {201, 401, 404, 409, 415}),
        ("stop_time_entry", {200, 401, 404, 409}),
        ("create_user", {201, 401, 409, 415}),
        ("login", {200, 415}),
        ("logout", {204, 401, 409}),
    ],
)
def test_statuses_that_an_operation_may_answer(name, wanted):
    assert set(statuses(BLUEPRINT, operation(name))) == wanted | set(ALWAYS)


@pytest.mark.parametrize("one", operations(BLUEPRINT), ids=lambda one: one.id)
def test_the_built_document_declares_all_that_is_promised_and_nothing_without_a_reason(one):
    document = OpenApi(json.loads((EXAMPLES / "timetrack" / "docs" / "openapi.json").read_text()))
    declared = {int(status) for status in document.operation(one.id)["responses"]}
    assert set(statuses(BLUEPRINT, one)) <= declared <= may_declare(BLUEPRINT, one)


def test_both_documents_declare_the_same():
    newer, older = (
        json.loads((EXAMPLES / "timetrack" / "docs" / name).read_text())["paths"]
        for name in ("openapi.json", "openapi-3.0.json")
    )
    assert {
        (path, method): sorted(one["responses"])
        for path, item in newer.items()
        for method, one in item.items()
    } == {
        (path, method): sorted(one["responses"])
        for path, item in older.items()
        for method, one in item.items()
    }


def test_parameters_of_a_list_with_pages():
    task = BLUEPRINT.resource("Task")
    assert parameters_of(task, "list") == {
        *("limit", "sort", "page", "search", "expand"),
        *("status", "owner_id", "created_at_from", "created_at_to"),
    }
    assert parameters_of(task, "get") == {"expand"}
    assert parameters_of(BLUEPRINT.resource("User"), "get") == set()


def test_parameters_of_a_list_with_a_cursor():
    found = parameters_of(PLAIN.resource("Thing"), "list")
    assert {"cursor", "day", "day_from", "day_to", "price", "price_to"} <= found
    assert not {"page", "search", "expand"} & found
