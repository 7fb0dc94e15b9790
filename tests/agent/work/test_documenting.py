"""After the work the documents say what was measured; twice gives no difference."""

import json
from dataclasses import replace

import pytest

from backstay.agent.documents.catalogue import PATHS
from backstay.agent.documents.evidence.kept import FILE, read
from backstay.agent.returns.measured import Measured, keep
from backstay.agent.tree.snapshot import revision, snapshot
from backstay.agent.work.documenting import document, documented, stale
from backstay.agent.work.ports import Checked, Found
from backstay.blueprint import ContractError

CLEAN = Checked(ran=True)
REPORT = {
    "environment": {"code": "another"},
    "full": False,
    "delivery": {"sentence": "", "missing": []},
    "results": [],
    "gates": [],
}
RELEASE = "docs/release.md"
SECURITY = "docs/security-implementation.md"


def test_rules_are_run_and_told_and_twice_gives_no_difference(project) -> None:
    found = Checked(ran=True, found=(Found("src/a.py", 1, "SEC002", "bad"),))

    first = document(project, lambda *_: found)
    before = snapshot(project)
    second = document(project, lambda *_: found)

    assert first.written == (FILE, RELEASE, SECURITY)
    assert second.written == ()
    assert snapshot(project) == before
    assert "SEC002 failed" in (project / SECURITY).read_text()
    assert stale(project) == ()


def test_changed_evidence_changes_the_documents(project) -> None:
    document(project, lambda *_: CLEAN)
    (project / RELEASE).write_text((project / RELEASE).read_text() + "\nMine.\n")
    keep(project, Measured(tree=revision(project).tree, passed=42, failed=0, coverage=97.5))
    assert stale(project) == ()  # the figures of a task are taken in by `document`

    document(project, lambda *_: CLEAN)

    text = (project / RELEASE).read_text()
    assert "Tests: 42 passed, 0 failed, coverage 97.5 %" in text
    assert text.endswith("\nMine.\n")


def test_figures_of_other_code_are_no_figures(project) -> None:
    keep(project, Measured(tree="another", passed=42, failed=0))

    document(project, lambda *_: CLEAN)

    assert read(project).tests is None
    assert "42 passed" not in (project / RELEASE).read_text()


def test_rules_that_did_not_run_leave_what_they_said_before(project) -> None:
    document(project, lambda *_: CLEAN)

    document(project, lambda *_: Checked(ran=False, why="absent"))
    again = document(project)

    assert again.written == ()
    assert "SEC002 no finding" in (project / SECURITY).read_text()


def test_the_rules_see_the_documents_that_they_ask_for(project) -> None:
    (project / SECURITY).unlink()

    def check(root, _):
        assert (root / SECURITY).is_file()
        return replace(CLEAN, found=(Found("src/a.py", 1, "SEC002", "bad"),))

    document(project, check)

    assert "SEC002 failed" in (project / SECURITY).read_text()


def test_what_is_stale_is_said_and_nothing_is_written(project) -> None:
    document(project, lambda *_: CLEAN)
    (project / "proof").mkdir()
    (project / "proof/report.json").write_text(json.dumps(REPORT))
    place = project / RELEASE
    place.write_text(place.read_text().replace("## Cache", "## Our cache"))
    before = snapshot(project)

    said = stale(project)

    assert f"{FILE} is not what contract, code and evidence say" in said
    assert any(one.startswith(f"{RELEASE}: edited inside of section `cache`") for one in said)
    assert snapshot(project) == before
    assert document(project).refused[0].startswith(f"{RELEASE}: edited inside")


def test_documents_do_not_make_figures_those_of_other_code(project) -> None:
    before = revision(project)

    document(project, lambda *_: CLEAN)

    assert revision(project) == before
    (project / "docs/own.md").write_text("ours")
    assert revision(project) != before


def test_what_cannot_be_documented_is_said(project) -> None:
    (project / "backstay.yaml").write_text("backstay: 1\n")

    assert documented(project)[0].startswith("the documents are not renewed: ")
    with pytest.raises(ContractError):
        document(project)


def test_a_design_is_not_checked(project, tmp_path, undescribed) -> None:
    root = tmp_path / "design"
    root.mkdir()
    (root / "backstay.yaml").write_bytes((project / "backstay.yaml").read_bytes())

    done = document(root, lambda *_: pytest.fail("there is no code to check"))

    assert done.written == tuple(sorted(PATHS))
