"""The access matrix is that of the contract (R-178)."""

from backstay.agent.documents.security.access import access
from backstay.blueprint.access import may_ever
from backstay.blueprint.operations import operations


def test_every_cell_is_what_the_contract_grants(material, timetrack) -> None:
    lines = list(access(material()))
    rows = {line.split(" | ")[0][2:]: line.split(" | ")[1:] for line in lines if "/api/" in line}

    for one in operations(timetrack):
        cells = rows[f"{one.method} {one.path}"]
        if one.resource:
            for role, cell in zip(timetrack.roles, cells, strict=False):
                granted = may_ever(timetrack, timetrack.resource(one.resource), role, one.verb)
                assert (cell != "-") == granted
        assert cells[-1] == ("yes |" if one.public else "- |")
    assert rows["GET /api/v1/tasks"][:2] == ["all", "own (owner)"]
    assert rows["PATCH /api/v1/users/{user_id}"][:2] == ["all", "self"]
    assert rows["POST /api/v1/auth/logout"] == ["yes", "yes", "- |"]


def test_guarded_fields_are_listed(material) -> None:
    text = "\n".join(access(material()))

    assert "| `User.role` | admin |" in text
    assert "| `TimeEntry.duration` | nobody: it is computed |" in text
    assert "| `TimeEntry.user_id` | nobody, once the row is there |" in text
    assert "| `Task.owner_id` | the service: the caller; an admin may name another |" in text
    assert "`Task.title`" not in text


def test_whether_it_holds_is_evidence(material, proven, result) -> None:
    said = " ".join(access(material(proven(result("matrix", "failed")))))

    assert "(the check `matrix`): failed." in said
