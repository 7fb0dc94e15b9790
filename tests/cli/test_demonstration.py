"""The demo's contract is found where it lies, and its service stays up with an account to try."""

import asyncio
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typer

import backstay
from backstay.cli import demonstration
from backstay.cli.demonstration import contract_file, keep_up
from backstay.prove.subject import subject
from backstay.prove.world import people
from backstay.prove.world.person import PASSWORD, Person


def test_in_a_clone_it_lies_beside_the_source():
    assert contract_file() == Path(backstay.__file__).parents[2] / "examples" / "timetrack.yaml"


def test_installed_it_lies_in_the_package(tmp_path, monkeypatch):
    package = tmp_path / "lib" / "python" / "backstay"
    (package / "examples").mkdir(parents=True)
    monkeypatch.setattr(backstay, "__file__", str(package / "__init__.py"))
    monkeypatch.setattr(demonstration, "files", lambda _: package)
    packed = package / "examples" / "timetrack.yaml"
    packed.touch()
    assert contract_file() == packed


def test_where_it_is_nowhere_both_places_are_named(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(backstay, "__file__", str(tmp_path / "a" / "b" / "c.py"))
    monkeypatch.setattr(demonstration, "files", lambda _: tmp_path / "packed")
    with pytest.raises(typer.Exit) as stopped:
        contract_file()
    assert stopped.value.exit_code == 2
    said = capsys.readouterr().err
    assert str(tmp_path / "examples" / "timetrack.yaml") in said
    assert str(tmp_path / "packed" / "examples" / "timetrack.yaml") in said


def test_it_serves_until_it_is_stopped_and_says_how_to_sign_in(monkeypatch, capsys):
    asked: list[Any] = []

    @asynccontextmanager
    async def running(project, where, settings):
        asked.append((where, settings))
        try:
            yield SimpleNamespace(base="http://127.0.0.1:9", database=None)
        finally:
            asked.append("stopped")

    async def person(_, role):
        return Person("a", "1", role, "a1@example.org", "token-1", "refresh")

    class Interrupted:
        """Ctrl-C as soon as anything waits for it."""

        async def wait(self) -> None:
            raise KeyboardInterrupt

    monkeypatch.setattr(subject, "running", running)
    monkeypatch.setattr(people.People, "person", person)
    monkeypatch.setattr(asyncio, "Event", Interrupted)
    project: Any = SimpleNamespace(blueprint=None)
    keep_up(project)
    out = capsys.readouterr().out
    assert asked == [("sqlite", {"ENVIRONMENT": "development"}), "stopped"]
    assert "Documentation: http://127.0.0.1:9/docs" in out
    assert f"a1@example.org / {PASSWORD}" in out
    assert "Bearer token-1" in out
    assert out.rstrip().endswith("stopped")
