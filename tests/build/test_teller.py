"""A project tells of itself in a process of its own, of which nothing is left."""

import sys

import pytest

from backstay.build import teller as module
from backstay.build.teller import DescribeError, Teller, telling

APP = b"""\
class Told:
    def openapi(self):
        return {"title": "\\u00e9"}


create_app = Told
"""


@pytest.fixture(params=[False, True], ids=["when asked", "ahead of time"])
def ahead(request):
    return request.param


def test_it_is_told_of_the_files_whenever_it_is_begun(ahead):
    with telling(sys.executable, "app") as teller:
        if ahead:
            teller.begin()
        assert teller.tell({"app/main.py": APP}) == {"title": "é"}


@pytest.mark.parametrize(
    ("files", "python", "message"),
    [
        ({"src/main.py": b"def\n"}, "", "SyntaxError"),
        ({"src/main.py": b"raise SystemExit(3)\n"}, "", "no message"),
        ({}, "", "No module named 'src'"),
        ({}, "/nowhere/python", "No such file"),
    ],
)
def test_why_nothing_can_be_told(ahead, files, python, message):
    with telling(python or sys.executable, "src") as teller:
        if ahead:
            teller.begin()
        with pytest.raises(DescribeError, match=message):
            teller.tell(files)


def test_one_that_does_not_end_is_given_up(monkeypatch):
    monkeypatch.setattr(module, "SECONDS", 0.1)

    with telling(sys.executable, "src") as teller, pytest.raises(DescribeError, match="timed out"):
        teller.tell({"src/main.py": b"import time; time.sleep(60)\n"})


def test_nothing_is_left_of_it():
    with telling(sys.executable, "src") as teller:
        teller.begin()
        folder, process = teller._folder, teller._process
        assert process is not None
        assert (folder.is_dir(), process.poll()) == (True, None)

    assert process.returncode is not None
    assert not folder.exists()


def test_nothing_is_left_of_it_where_the_build_fails():
    made: list[Teller] = []

    def failing() -> None:
        with telling(sys.executable, "src") as teller:
            teller.begin()
            made.append(teller)
            raise KeyError

    with pytest.raises(KeyError):
        failing()

    (process, folder) = made[0]._process, made[0]._folder
    assert process is not None
    assert process.returncode is not None
    assert not folder.exists()


def test_nothing_beside_the_project_is_imported(tmp_path, monkeypatch, ahead):
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong one')\n")
    monkeypatch.chdir(tmp_path)

    with telling(sys.executable, "app") as teller:
        if ahead:
            teller.begin()
        assert teller.tell({"app/main.py": APP}) == {"title": "é"}
