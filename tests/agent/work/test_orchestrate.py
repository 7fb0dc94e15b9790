"""A task goes through its states, and stops where it is unclear, refused or in conflict."""

import json
from pathlib import Path

import pytest

from backstay.agent.work.orchestrate import carry_out
from backstay.agent.work.ports import Checked, Found, Proven
from backstay.agent.work.report import as_data, write_draft
from backstay.agent.work.request import Request
from backstay.agent.work.state import State
from backstay.blueprint import load


def quiet(message: str) -> None:
    del message


def test_a_task_is_delivered_with_code_migration_tests_and_sentence(ask, project) -> None:
    """R-216, R-219, R-249."""
    run = carry_out(ask("add comments to books"), quiet)

    assert run.code == 0
    assert [str(one) for one in run.trail] == [
        *("taken", "routed", "designed", "planned", "built", "measured", "returned", "delivered"),
    ]
    claim = as_data(run)["return"]
    assert "/api/v1/books/{book_id}/comments" in [one["path"] for one in claim["routes_created"]]
    assert claim["models"][0]["fields"] == ["id", "book_id", "author_id", "body"]
    assert claim["services"] == ["comment_service.py"]
    assert (project / f"config/alembic/versions/{claim['migrations'][0]}.py").is_file()
    assert (project / "tests/integration/api/test_comments.py").is_file()
    assert "Comment" in [one.name for one in load(project / "backstay.yaml").resources]
    assert run.sentence.startswith("Backend implementation completed. Delivered 11 endpoints")
    assert "97% test coverage" in run.sentence
    assert "< 9 ms p95" in run.sentence
    timeline = (project / ".build/timeline.md").read_text()
    assert "add comments to books" in timeline
    assert "`Comment`" in (project / ".build/context.md").read_text()
    lines = (project / run.journal.path).read_text().splitlines()
    steps = [json.loads(line)["step"] for line in lines]
    assert steps == [str(one) for one in run.trail[1:]]


def test_an_unclear_task_leaves_a_draft_and_changes_nothing(ask, project) -> None:
    before = (project / "backstay.yaml").read_bytes()

    run = carry_out(ask("add a field colour to books"), quiet)
    write_draft(run)

    assert (run.state, run.code) == (State.UNSURE, 2)
    assert run.missing == ["nobody said what `colour` is made of; text is a guess"]
    assert (project / "backstay.yaml").read_bytes() == before
    assert "# ? nobody said" in (project / "backstay.draft.yaml").read_text()


def test_the_completed_draft_is_taken_up(ask, project, tmp_path) -> None:
    draft = tmp_path / "draft.yaml"
    text = (project / "backstay.yaml").read_text()
    draft.write_text(text + "      colour: red | blue = red\n")

    run = carry_out(ask("colours", contract=draft), quiet)

    assert run.state == State.DELIVERED
    assert run.claim is not None
    assert "colour" in run.claim.models[0].fields
    assert (project / "backstay.yaml").read_text() == draft.read_text()


@pytest.mark.parametrize("text", ["make it nice", "add a rule x to books: nothing > 1"])
def test_what_is_not_understood_exits_with_two(ask, text) -> None:
    assert carry_out(ask(text), quiet).code == 2


def test_without_a_proof_there_is_no_sentence_and_it_is_said_why(ask) -> None:
    run = carry_out(ask("add a role guest", prove=lambda root: Proven(why="unproven: no")), quiet)

    assert run.state == State.DELIVERED
    assert run.sentence == ""
    assert "no delivery sentence: unproven: no" in run.notes


@pytest.mark.parametrize(
    "given",
    [
        {"check": lambda root, paths: Checked(True, (Found("a.py", 1, "ERR001", "bad"),))},
        {"prove": lambda root: Proven(operations=9, failed=("Book.access: stranger reads",))},
    ],
)
def test_what_a_gate_refuses_is_not_delivered(ask, given) -> None:
    run = carry_out(ask("add comments to books", **given), quiet)

    assert (run.state, run.code) == (State.REFUSED, 1)
    assert run.sentence == ""


def test_a_dry_run_writes_nothing(ask, project) -> None:
    before = sorted(path for path in project.rglob("*") if path.is_file())

    run = carry_out(ask("add comments to books", dry=True), quiet)

    assert run.state == State.PLANNED
    assert [one.name for one in run.plan][:2] == ["contract", "code"]
    assert sorted(path for path in project.rglob("*") if path.is_file()) == before


def test_a_conflict_stops_before_anything_is_written(ask, project) -> None:
    (project / "src/models/comment.py").write_text("mine = 1\n")

    run = carry_out(ask("add comments to books"), quiet)

    assert run.state == State.STOPPED
    assert "in conflict: src/models/comment.py" in run.missing
    assert (project / "src/models/comment.py").read_text() == "mine = 1\n"
    assert "Comment" not in (project / "backstay.yaml").read_text()


def test_a_new_service_is_built_from_a_schema(ask, tmp_path) -> None:
    schema = tmp_path / "s.sql"
    schema.write_text("CREATE TABLE pets (id uuid, name varchar(50) NOT NULL);")
    new = tmp_path / "zoo"

    run = carry_out(Request("the zoo", new, schema=schema, gates=ask("").gates), quiet)

    assert run.state == State.DELIVERED
    assert (new / "src/models/pet.py").is_file()
    assert Path(new / "backstay.yaml").read_text().startswith("backstay: 1\nservice: zoo\n")
