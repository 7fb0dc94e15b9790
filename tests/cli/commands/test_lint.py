"""`backstay lint` prints every mistake with its place, counts them, and says so by its exit."""

import json
import re
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from backstay.cli.main import app

VALID = "backstay: 1\nservice: library\nresources:\n  Book:\n    fields: {title: text 1..200}\n"
WRONG = VALID.replace("text 1..200", "text 40").replace("fields:", "rule: {}\n    fields:")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs the command where the given files are; gives exit code and output."""
    monkeypatch.chdir(tmp_path)

    def lint(files, *options):
        for name, content in files.items():
            (tmp_path / name).write_text(content)
        result = CliRunner().invoke(app, ["lint", *files, *options])
        return result.exit_code, result.output

    return lint


def test_a_valid_contract_is_said_to_be_valid(run):
    assert run({"library.yaml": VALID}) == (0, "library.yaml: valid\n")


def test_mistakes_are_printed_as_contract_md_says_and_counted(run):
    code, output = run({"library.yaml": WRONG})

    assert code == 2
    assert re.sub(r"allowed: .*", "allowed: ...", output) == (
        "library.yaml:5:5: BS101: unknown key `rule` in a resource\n"
        "    did you mean: rules\n"
        "    allowed: ...\n"
        "library.yaml:6:26: BS302: text takes no number alone\n"
        "    hint: bounds are LOW..HIGH: `..40`\n"
        "library.yaml: 2 mistakes\n"
    )


def test_one_mistake_is_counted_in_the_singular(run):
    assert run({"a.yaml": VALID + "x: 1\n"})[1].endswith("a.yaml: 1 mistake\n")


def test_several_files_are_all_checked(run):
    code, output = run({"a.yaml": VALID, "b.yaml": WRONG, "c.yaml": VALID})

    assert code == 2
    assert output.startswith("a.yaml: valid\nb.yaml:5:5:")
    assert output.endswith("b.yaml: 2 mistakes\nc.yaml: valid\n")


def test_json_has_the_same_fields_for_machines(run):
    code, output = run({"a.yaml": VALID, "b.yaml": WRONG}, "--json")

    first, second = json.loads(output)
    assert code == 2
    assert first["near"] == "rules"
    assert "rules" in first["allowed"]
    assert second == {
        "file": "b.yaml",
        "line": 6,
        "column": 26,
        "code": "BS302",
        "message": "text takes no number alone",
        "near": "",
        "allowed": [],
        "hint": "bounds are LOW..HIGH: `..40`",
    }


def test_json_of_valid_contracts_is_an_empty_list(run):
    assert run({"a.yaml": VALID}, "--json") == (0, "[]\n")


@pytest.mark.parametrize(("name", "why"), [("none.yaml", "no such file"), (".", "is a directory")])
def test_what_cannot_be_read_is_a_mistake_like_any_other(tmp_path, monkeypatch, name, why):
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(app, ["lint", name])

    assert result.exit_code == 2
    assert result.output.startswith(f"{name}:1:1: BS001: cannot be read: {why}")


def test_a_name_that_is_no_text_is_still_printed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(app, ["lint", "caf\udce9.yaml"])

    assert result.exit_code == 2
    assert "caf?.yaml:1:1: BS001" in result.output


def test_starting_up_imports_none_of_what_other_commands_need():
    """What makes `lint` fast is held by what it imports, not by a clock."""
    script = (
        "import sys; from backstay.blueprint import check; check(b'backstay: 1')\n"
        "heavy = {'pydantic', 'jinja2', 'hypothesis', 'schemathesis', 'fastapi', 'sqlalchemy',"
        " 'jsonschema_rs', 'libcst', 'httpx2'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert run.stdout == "[]\n"


def test_the_blueprint_alone_needs_neither_yaml_nor_a_parser():
    script = (
        "import sys, backstay.blueprint.operations, backstay.blueprint.expressions\n"
        "print(sorted({'ruamel.yaml', 'lark', 'typer', 'difflib'} & set(sys.modules)))"
    )

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert run.stdout == "[]\n"
