"""Triggers are typed by the header, or by their form."""

import pytest

from backstay.agent.definitions.model import Trigger
from backstay.agent.definitions.triggers import kind_of, ordered, read_globs, read_triggers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("backend", "keyword"),
        ("code review", "keyword"),
        ("CI/CD", "keyword"),
        ("Node.js", "keyword"),
        ("api/**", "glob"),
        ("docker*", "glob"),
        ("services/", "glob"),
        ("src/main.py", "glob"),
        ("*.py", "extension"),
        ("**/*.test.ts", "extension"),
        ("ORM or models present", "condition"),
        ("whenever the moon is full", "condition"),
    ],
)
def test_the_form_says_the_kind(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def kinds(value: object) -> list[tuple[str, str]] | None:
    read = read_triggers(value)
    return None if read is None else [(one.kind, one.text) for one in read[0]]


def test_a_map_says_the_kind_itself() -> None:
    value = {
        "keywords": ["*.py", "a"],
        "paths": "api/**, *.sql",
        "extensions": ["py", ".ts"],
        "when": ["x"],
        "unless": "css",
    }

    assert kinds(value) == [
        *(("keyword", "*.py"), ("keyword", "a")),
        *(("glob", "api/**"), ("extension", "*.sql"), ("extension", "*.py"), ("extension", "*.ts")),
        *(("condition", "x"), ("unless", "css")),
    ]


def test_unknown_parts_of_a_map_are_given_back() -> None:
    assert read_triggers({"mood": "good", "keywords": {"a": 1}}) == (
        (),
        {"mood": "good", "keywords": {"a": 1}},
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("api, backend", [("keyword", "api"), ("keyword", "backend")]),
        (
            "When the moon, which is rarely seen, is full",
            [("condition", "When the moon, which is rarely seen, is full")],
        ),
        ("", []),
        (7, None),
        ([["a"]], None),
    ],
)
def test_one_text_is_a_list_only_when_its_items_are_short(
    value: object, expected: list[tuple[str, str]] | None
) -> None:
    assert kinds(value) == expected


def test_globs_are_paths_whatever_they_look_like() -> None:
    assert read_globs("Makefile *.py") == (
        Trigger("glob", "Makefile"),
        Trigger("extension", "*.py"),
    )
    assert read_globs({"a": 1}) is None


def test_triggers_are_ordered_by_kind_and_the_header_comes_first() -> None:
    header = Trigger("keyword", "a")
    again = Trigger("keyword", "a", "body")

    assert ordered((Trigger("glob", "x/"), header, again)) == (header, Trigger("glob", "x/"))
