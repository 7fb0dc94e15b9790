"""`backstay fmt` writes all of a contract or nothing, and can only look."""

from typing import Any

import pytest
from typer.testing import CliRunner

from backstay.cli.main import app

TIDY = "backstay: 1\nservice: library\nresources:\n  Book:\n    fields: {title: text 1..200}\n"
UNTIDY = (
    TIDY.replace("  Book", "    Book").replace("    fields", "      fields").replace(": t", ":  t")
)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "library.yaml"


def run(*arguments: Any) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["fmt", *map(str, arguments)])
    return result.exit_code, result.output


def test_an_untidy_contract_is_written_anew(file):
    file.write_text(UNTIDY)

    assert run(file) == (0, f"{file}: formatted\n")
    assert file.read_text() == TIDY
    assert run(file) == (0, f"{file}: as it should be\n")


def test_check_changes_nothing_and_shows_what_would_change(file):
    file.write_text(UNTIDY)

    code, output = run(file, "--check")

    assert code == 1
    assert file.read_text() == UNTIDY
    assert f"-{UNTIDY.splitlines()[4]}\n" in output
    assert "+    fields: {title: text 1..200}\n" in output
    assert output.endswith(f"{file}: would change; run `backstay fmt {file}`\n")


def test_check_of_a_tidy_contract_is_content(file):
    file.write_text(TIDY)

    assert run(file, "--check")[0] == 0


def test_long_forms_can_be_written_and_taken_back(file):
    file.write_text(TIDY)

    run(file, "--long")
    assert "{title: {type: text, min: 1, max: 200}}" in file.read_text()

    run(file)
    assert file.read_text() == TIDY


def test_a_contract_with_mistakes_is_left_alone(file):
    file.write_text("backstay: 1\nservice: library\n")

    code, output = run(file)

    assert code == 2
    assert "BS103: the contract needs `resources`" in output
    assert output.endswith("not formatted: 1 to mend first\n")
    assert file.read_text() == "backstay: 1\nservice: library\n"


def test_the_worst_of_several_files_decides_the_exit(tmp_path):
    for name, text in (("a.yaml", TIDY), ("b.yaml", UNTIDY), ("c.yaml", "x")):
        (tmp_path / name).write_text(text)

    names = [tmp_path / name for name in ("a.yaml", "b.yaml", "c.yaml")]
    assert run(*names, "--check")[0] == 2
    assert run(*names[:2], "--check")[0] == 1


def test_links_are_followed_and_rights_are_kept_and_nothing_is_left_beside(tmp_path, file):
    file.write_text(UNTIDY)
    file.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(file)

    run(link)

    assert link.is_symlink()
    assert file.read_text() == TIDY
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["library.yaml", "link.yaml"]


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    code, output = run(tmp_path / "none.yaml")

    assert code == 2
    assert "BS001" in output
