"""`backstay explain` finds a page in any book, and says so when there is none."""

import sys
from types import ModuleType

import pytest
from typer.testing import CliRunner

from backstay.cli.commands import explain as command
from backstay.cli.main import app


def run(code: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["explain", code])
    return result.exit_code, result.output


def made(name: str, pages: dict[str, str]) -> ModuleType:
    book = ModuleType(name)
    vars(book).update(ids=lambda: list(pages), page=pages.get)
    return book


@pytest.mark.parametrize("code", ["BS302", "bs302", " BS302 "])
def test_a_page_is_found_however_its_code_is_typed(code):
    found, output = run(code)

    assert found == 0
    assert output.startswith("# BS302: bounds that this type does not take\n")
    assert "## What to do" in output


def test_an_unknown_code_gives_a_near_one():
    code, output = run("BS32")

    assert code == 2
    assert "nothing is called `BS32`" in output
    assert "did you mean: BS3" in output


def test_something_far_off_gives_no_near_one():
    code, output = run("qqqq")

    assert code == 2
    assert "did you mean" not in output
    assert "from BS001" in output


def test_other_parts_of_the_tool_bring_their_own_books(monkeypatch):
    monkeypatch.setitem(sys.modules, "rules_book", made("rules_book", {"XYZ003": "# XYZ003"}))
    monkeypatch.setattr(command, "BOOKS", (*command.BOOKS, "rules_book"))

    assert run("xyz003") == (0, "# XYZ003\n")
    assert run("BS101")[0] == 0
    assert "did you mean: XYZ003" in run("XYZ03")[1]


def test_a_book_that_is_not_there_is_left_out(monkeypatch):
    monkeypatch.setattr(command, "BOOKS", ("backstay.nowhere.book", "backstay.blueprint.book"))

    assert run("BS101")[0] == 0


def test_a_book_that_lacks_something_itself_is_an_error(monkeypatch, tmp_path):
    (tmp_path / "torn_book.py").write_text("import no_such_module_at_all\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(command, "BOOKS", ("torn_book",))

    with pytest.raises(ModuleNotFoundError, match="no_such_module_at_all"):
        CliRunner().invoke(app, ["explain", "BS101"], catch_exceptions=False)
