"""A delivery ends with its documents, and none of them holds it up (R-188)."""

from backstay.agent.work.documenting import stale
from backstay.agent.work.orchestrate import carry_out

RELEASE = "docs/release.md"
SECURITY = "docs/security-implementation.md"


def test_a_delivered_task_leaves_its_documents(ask, project) -> None:
    """R-188: the orchestrator writes them, at the end of `backstay task`."""
    run = carry_out(ask("add comments to books"), lambda _: None)

    assert run.state == "delivered"
    assert "comments {" in (project / "docs/database-schema.md").read_text()
    assert "7 passed, 0 failed" in (project / RELEASE).read_text()
    assert "SEC002 no finding" in (project / SECURITY).read_text()
    assert stale(project) == ()
    assert not any("renewed" in note for note in run.notes)


def test_an_edited_document_does_not_stop_a_delivery(ask, project) -> None:
    place = project / SECURITY
    place.write_text(place.read_text().replace("OWASP", "Our"))

    run = carry_out(ask("add comments to books"), lambda _: None)

    assert run.state == "delivered"
    assert any(note.startswith(f"not renewed: {SECURITY}: edited") for note in run.notes)
    assert "Our" in place.read_text()
