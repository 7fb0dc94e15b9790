"""Ruff's findings count where a maintainer would mend them."""

import pytest

from backstay.prove.checking.lint_places import matters

SENT = "Undefined name `boat`"
TWICE = "Redefinition of unused `test_moor` from line 1"
HTML = "env = Environment()  # html\n"
OWN = "env = Environment(block_start_string='<%')  # html\n"


def asked(root, path: str, text: str, code: str, message: str = SENT) -> bool:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return matters(root, path, 1, code, message)


@pytest.mark.parametrize(
    ("path", "text", "code", "counts"),
    [
        ("app/a.py", "boat\n", "F821", True),
        (".semgrep/a.py", "boat\n", "F821", False),
        ("docs/src/a.py", "boat\n", "F821", False),
        ("app/a.py", "boat  # pyright: ignore[reportUndefined]\n", "F821", False),
        ("app/a.py", "boats = relationship('Boat')\n", "F821", False),
        ("app/services/a.py", "eval(x)\n", "S307", True),
        ("tests/test_a.py", "eval(x)\n", "S307", False),
        ("scripts/a.py", "eval(x)\n", "S307", False),
        ("migrations/a.py", "boat\n", "F821", True),
        ("migrations/a.py", "a = {1: 1, 1: 2}\n", "F601", False),
        ("app/pages.py", HTML, "S701", True),
        ("app/pages.py", "env = Environment()\n", "S701", False),
        ("app/pages.py", OWN, "S701", False),
        ("app/a.py", "os.system(cmd)\n", "S605", True),
        ("app/shell/run.py", "os.system(cmd)\n", "S605", False),
    ],
)
def test_the_place_decides(tmp_path, path, text, code, counts):
    assert asked(tmp_path, path, text, code) is counts


def test_a_test_that_its_namesake_hides_counts_and_a_fixture_does_not(tmp_path):
    assert asked(tmp_path, "tests/test_a.py", "def test_moor(): ...\n", "F811", TWICE)
    fixture = "Redefinition of unused `client` from line 1"
    assert not asked(tmp_path, "tests/test_a.py", "def test_a(client): ...\n", "F811", fixture)
    assert not matters(tmp_path, "tests/test_a.py", 9, "F811", TWICE)


def test_a_program_without_holes_is_no_injection(tmp_path):
    assert not asked(tmp_path, "app/a.py", "run('ls', shell=True)\n", "S602", "seems safe, but")


def test_a_file_that_is_gone_says_nothing(tmp_path):
    assert not matters(tmp_path, "app/gone.py", 1, "S701", "")
