"""An endpoint is modelled on one that is there, in the project's own layout and error style."""

import pytest

from backstay.agent.existing.endpoint import plan_endpoint
from backstay.agent.existing.pattern import UnsureError


def test_flat_with_singletons_and_raw_sql(lay_out) -> None:
    planned = plan_endpoint(lay_out("flat"), "DELETE", "/notes/{note_id}")

    assert sorted(planned.files) == ["main.py", "services.py", "test_api.py"]
    assert "        raise HTTPException(404, str(e))\n" in planned.files["main.py"][-60:]
    assert (
        'db.execute("DELETE FROM notes WHERE id = ?", (note_id,))' in planned.files["services.py"]
    )
    assert (
        "        # a missing note is an error here, as everywhere\n" in planned.files["services.py"]
    )
    assert "def test_delete_missing_note" in planned.files["test_api.py"]
    assert any(one.endswith(" get_note") for one in planned.reused)
    assert planned.added <= planned.budget


def test_app_with_functions(lay_out) -> None:
    planned = plan_endpoint(lay_out("functions"), "GET", "/projects")

    assert planned.route == "GET /api/projects"
    assert "def find_projects(db, limit):" in planned.files["app/crud.py"]
    router = planned.files["app/routers/projects.py"]
    assert "from fastapi import APIRouter, Depends, HTTPException, Query\n" in router
    assert "from app.crud import find_project, find_projects\n" in router
    assert '    """List projects by title."""\n' in router
    assert "app/schemas.py:10 ProjectOut" in [
        one.replace(one.split(":")[1].split()[0], "10") for one in planned.reused
    ]


def test_by_feature_with_sqlmodel(lay_out) -> None:
    planned = plan_endpoint(lay_out("feature"), "POST", "/notes/{id}/archive")

    assert (
        "def archive_note(note_id: int, notes: Notes) -> Note:"
        in planned.files["src/notes/router.py"]
    )
    assert "        note.archived = True\n" in planned.files["src/notes/service.py"]
    assert planned.missing == (
        "no test of POST /v1/tasks/{task_id}/archive is there to model one on",
    )


@pytest.mark.parametrize(
    ("method", "path", "why"),
    [
        ("GET", "/notes/{id}", "is there already"),
        ("PATCH", "/notes/{id}", "no PATCH of another resource"),
        ("DELETE", "/ghosts/{id}", "has no class GhostService"),
        ("GET", "/{id}", "names nothing"),
    ],
)
def test_what_is_not_certain_is_not_written(lay_out, method, path, why) -> None:
    with pytest.raises(UnsureError, match=why):
        plan_endpoint(lay_out("flat"), method, path)


def test_a_field_that_the_other_lacks_is_no_guess(lay_out) -> None:
    root = lay_out("feature")
    models = root / "src/notes/models.py"
    models.write_text(models.read_text().replace("archived: bool", "hidden: bool"))

    with pytest.raises(UnsureError, match="archived"):
        plan_endpoint(root, "POST", "/notes/{id}/archive")


def test_what_is_like_a_new_function_is_named_before_it_is_written(lay_out) -> None:
    """R-197."""
    root = lay_out("flat")
    with (root / "services.py").open("a") as file:
        file.write(
            "\n\ndef delete_notes(ids):\n    return [note_service.get_note(i) for i in ids]\n"
        )

    planned = plan_endpoint(root, "DELETE", "/notes/{note_id}")

    assert any("def delete_notes(ids) is like the new delete_note" in one for one in planned.alike)
