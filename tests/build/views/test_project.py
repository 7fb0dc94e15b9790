"""What the files say that belong to no single resource."""

import pytest

from backstay.blueprint import parse
from backstay.build.views.project import ProjectView, project_view

MINIMAL = "backstay: 1\nservice: one\n{}\nresources:\n  Book: {{fields: {{title: text}}}}\n"


def view(head: str = "") -> ProjectView:
    return project_view(parse(MINIMAL.format(head).encode(), "one.yaml"))


@pytest.mark.parametrize("kind", ["uuid7", "uuid4"])
def test_ids_are_made_as_the_contract_says(kind):
    assert view(f"defaults: {{id: {kind}}}").new_id == kind


def test_times_are_in_every_table_unless_nobody_wants_them():
    assert view().base_classes == "Entity, Timestamps"
    assert view("defaults: {timestamps: false}").base_classes == "Entity"


def test_a_service_without_a_description_says_what_it_is():
    assert view().about == '"""one: a service built from its contract."""'
    assert view("description: Books and more").about == '"""Books and more"""'


def test_roles_and_the_one_of_newcomers():
    assert (view().roles, view().newcomer) == (("admin", "member"), "member")


def test_personal_fields_are_masked_by_their_names(shop):
    assert "phone" in project_view(shop).personal.split(", ")


def test_limits_are_numbers():
    found = view("defaults: {limits: '30 per hour, body 2KB'}")

    assert (found.requests, found.requests_seconds, found.body_limit) == (30, 3600, 2048)


def test_paths_are_those_of_the_contract(timetrack):
    paths = {pair.name: pair.value for pair in project_view(timetrack).paths}

    assert paths["TimeEntry"] == "/tasks/{task_id}/time-entries"
