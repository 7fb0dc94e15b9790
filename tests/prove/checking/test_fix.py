"""Safe edits are made, a second run finds nothing, and what is waived is left alone."""

import ast

import pytest
from typer.testing import CliRunner

from backstay.cli.main import app
from backstay.prove.checking.fix import edited
from backstay.prove.hit import Edit

LOST = (
    "def read(path):\n"
    "    try:\n"
    "        return int(path)\n"
    "    except ValueError as error:\n"
    '        raise Refused("ünïcode",\n'
    "            path)\n"
)


@pytest.fixture
def mended(tmp_path, monkeypatch):
    """Fixes one file of a project; gives its text and the output."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "app" / "services").mkdir(parents=True)
    file = tmp_path / "app" / "services" / "read.py"

    def fix(content: bytes) -> tuple[str, str]:
        file.write_bytes(content)
        result = CliRunner().invoke(app, ["check", "--fix"])
        return file.read_bytes().decode(), result.output

    return fix


def test_an_edit_is_made_where_it_belongs(mended):
    text, output = mended(LOST.encode())

    ast.parse(text)
    assert text == LOST.replace("            path)\n", "            path) from error\n")
    assert "fixed: app/services/read.py" in output
    assert "ERR003" not in output


@pytest.mark.parametrize(
    "content",
    [
        LOST.replace("raise Refused(", "raise Refused(  # backstay: allow[ERR003] told above\n"),
        LOST.replace("\n", "\r\n"),
        "\ufeff" + LOST,
    ],
    ids=["waived", "other line ends", "mark at the start"],
)
def test_what_must_not_be_touched_is_left(mended, content):
    text, output = mended(content.encode())

    assert text == content
    assert "fixed" not in output


def test_of_edits_that_overlap_the_first_is_made():
    edits = [Edit(2, 4, "XY"), Edit(3, 5, "Z"), Edit(0, 0, ">"), Edit(0, 0, ">")]

    assert edited("abcdef", edits) == ">abXYef"
