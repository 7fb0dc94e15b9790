"""The changelog keeps the entries of earlier versions, and tells what each version brought."""

import pytest

from backstay.blueprint import Blueprint, parse
from backstay.blueprint.canonical import to_json
from backstay.build.changelog import changelog


def shelf(version: str, resources: str) -> Blueprint:
    head = f"backstay: 1\nservice: shelf\nversion: {version}\nresources:\n"
    return parse((head + resources).encode(), "shelf.yaml")


BOOK = "  Book: {fields: {title: text}}\n"
LONGER = "  Book: {fields: {title: text, pages: int}}\n"
LOAN = "  Loan: {fields: {due: date}}\n"
VOLUME = "  Volume: {was: Book, fields: {title: text}}\n"
FIRST = "# Changelog\n\n## 1.0.0\n\n- User: added.\n- Book: added.\n"


def after(written: str, before: Blueprint, now: Blueprint) -> str:
    return changelog(written, to_json(before, places=False), now)


def test_the_first_version_adds_everything() -> None:
    assert sorted(changelog("", "", shelf("1.0.0", BOOK)).splitlines()) == sorted(
        FIRST.splitlines()
    )


@pytest.mark.parametrize(
    ("resources", "line"),
    [
        (BOOK + LOAN, "- Loan: added."),
        (LONGER, "- Book: changed."),
        (LOAN, "- Loan: added.\n- Book: removed."),
        (VOLUME, "- Volume: renamed from Book."),
        (BOOK, "- The resources are as before."),
    ],
)
def test_a_later_version_stands_above_the_earlier_one(resources: str, line: str) -> None:
    text = after(FIRST, shelf("1.0.0", BOOK), shelf("1.1.0", resources))

    assert text == FIRST.replace("## 1.0.0", f"## 1.1.0\n\n{line}\n\n## 1.0.0")


def test_under_the_same_version_its_entry_grows() -> None:
    older = FIRST.replace("## 1.0.0", "## 1.1.0\n\n- Loan: added.\n\n## 1.0.0")
    before, now = shelf("1.1.0", BOOK + LOAN), shelf("1.1.0", LONGER + LOAN)

    text = after(older, before, now)

    assert text == older.replace("- Loan: added.", "- Loan: added.\n- Book: changed.")


def test_what_a_version_adds_it_does_not_call_changed() -> None:
    assert after(FIRST, shelf("1.0.0", BOOK), shelf("1.0.0", LONGER)) == FIRST


def test_a_build_without_a_change_writes_the_same() -> None:
    assert after(FIRST, shelf("1.0.0", BOOK), shelf("1.0.0", BOOK)) == FIRST
