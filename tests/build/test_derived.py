"""The documents follow the code as it is, edits included, and are told only when it changed."""

import pytest

from backstay.build import derived
from backstay.build.project import prepare
from backstay.build.teller import DescribeError, Teller

SCHEMA = "src/schemas/book.py"


@pytest.fixture
def told(monkeypatch):
    """What the documents were told of, each time."""
    calls = []

    def tell(_, files):
        calls.append(files)
        return {"docs/openapi.json": f"{len(calls)}\n", "docs/openapi-3.0.json": "{}\n"}

    monkeypatch.setattr(derived, "documents", tell)
    return calls


def test_nothing_is_told_without_a_change(project, library, told):
    prepare(project, library).apply()

    assert told == []


def test_the_first_build_begins_to_tell_ahead_of_time(
    project, library, told, tmp_path, monkeypatch
):
    begun: list[Teller] = []

    def begin(teller: Teller) -> None:
        begun.append(teller)

    monkeypatch.setattr(Teller, "begin", begin)

    prepare(project, library)
    assert begun == []

    prepare(tmp_path / "new", library)
    assert len(begun) == 1


def test_an_edit_is_told_once(project, library, told):
    text = (project / SCHEMA).read_text() + "\n\n# mine\n"
    (project / SCHEMA).write_text(text)

    build = prepare(project, library)
    build.apply()
    assert told[0][SCHEMA] == text.encode()
    assert build.report.renewed == ["docs/openapi.json", "docs/openapi-3.0.json"]

    prepare(project, library).apply()
    assert len(told) == 1


def test_the_version_is_told_though_no_code_changed(project, changed, told):
    prepare(project, changed("service: library", "service: library\nversion: 3.0.0")).apply()

    assert b"version: 3.0.0" in told[0]["config/settings.yaml"]


def test_a_deleted_document_is_told_again(project, library, told):
    (project / "docs/openapi.json").unlink()
    prepare(project, library).apply()

    assert (project / "docs/openapi.json").read_text() == "1\n"


def test_code_that_does_not_run_is_said_and_tried_again(project, library, monkeypatch):
    def refused(*_):
        raise DescribeError("SyntaxError: what")

    monkeypatch.setattr(derived, "documents", refused)
    (project / SCHEMA).write_text("def\n")

    for _ in range(2):
        build = prepare(project, library)
        build.apply()
        assert "docs/openapi.json is not renewed, the project says: SyntaxError: what" in (
            build.report.notes
        )
