"""What is derived from names of a contract gives way to what is called so already."""

from typing import Any

import pytest

from backstay.build.naming.names import Names, enum_name, enums_of, free, is_taken, names_of


def names(contract: Any, text: str, name: str) -> Names:
    blueprint = contract(text)
    return names_of(blueprint, blueprint.resource(name))


def test_plain_names(contract):
    found = names(contract, "  TimeEntry: {fields: {note: text}}\n", "TimeEntry")

    assert (found.name, found.row, found.module) == ("TimeEntry", "TimeEntry", "time_entry")
    assert (found.one, found.many, found.table) == ("time_entry", "time_entries", "time_entries")
    assert (found.words, found.path, found.parameter) == (
        "time entry",
        "time-entries",
        "time_entry_id",
    )


@pytest.mark.parametrize("name", ["Text", "Index", "Role", "Service", "Mapped", "NotFound"])
def test_a_row_is_not_called_like_what_generated_files_import(contract, name):
    assert names(contract, f"  {name}: {{fields: {{note: text}}}}\n", name).row == f"{name}Row"


def test_a_row_is_not_called_like_a_class_of_another_resource(contract):
    text = "  Task: {fields: {note: text}}\n  TaskRead: {fields: {note: text}}\n"

    assert names(contract, text, "TaskRead").row == "TaskReadRow"
    assert names(contract, text, "Task").row == "Task"


@pytest.mark.parametrize("name", ["Page", "Cursor"])
def test_its_own_classes_are_not_called_like_imported_ones(contract, name):
    assert names(contract, f"  {name}: {{fields: {{note: text}}}}\n", name).name == f"{name}Row"


def test_a_plural_like_its_singular_gives_the_row_another_variable(contract):
    found = names(contract, "  Stock: {plural: stock, fields: {note: text}}\n", "Stock")

    assert (found.one, found.many) == ("one_stock", "stock")


@pytest.mark.parametrize(
    ("name", "kept"),
    [("task", "task"), ("list", "list_"), ("class", "class_"), ("session", "session_")],
)
def test_variables_shadow_nothing(name, kept):
    assert free(name) == kept


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("{state: a | b}", ["NoteState"]),
        ("{level_1: a | b, level1: c | d}", ["NoteLevel1", "NoteLevel1Value"]),
        ("{read: a | b, create: a | b}", ["NoteCreateValue", "NoteReadValue"]),
    ],
)
def test_enums_are_called_after_their_field(contract, fields, expected):
    blueprint = contract(f"  Note:\n    fields: {fields}\n")

    assert enums_of(blueprint, blueprint.resource("Note")) == expected


def test_an_enum_is_not_called_like_a_resource(contract):
    blueprint = contract("  Note: {fields: {kind: a | b}}\n  NoteKind: {fields: {note: text}}\n")
    note = blueprint.resource("Note")

    assert enum_name(blueprint, note, note.field("kind")) == "NoteKindValue"


def test_the_role_s_enum_is_the_project_s(timetrack):
    user = timetrack.login

    assert enum_name(timetrack, user, user.field("role")) == "Role"
    assert enums_of(timetrack, user) == []


def test_every_class_of_the_zoo_is_called_so_once(zoo):
    rows = [names_of(zoo, one).row for one in zoo.resources]
    enums = [name for one in zoo.resources for name in enums_of(zoo, one)]

    assert len({*rows, *enums}) == len(rows) + len(enums)
    assert all(is_taken(zoo, one.name) for one in zoo.resources)
    assert not is_taken(zoo, "Elephant")


def test_a_resource_called_like_a_test_keeps_out_of_pytest_s_way(contract):
    blueprint = contract("  Testimonial:\n    fields: {a: text}\n  Task:\n    fields: {a: text}\n")
    like, other = (names_of(blueprint, blueprint.resource(one)) for one in ("Testimonial", "Task"))

    assert (like.body, like.looks_like_test) == ("a_testimonial_body", True)
    assert (other.body, other.looks_like_test) == ("task_body", False)
