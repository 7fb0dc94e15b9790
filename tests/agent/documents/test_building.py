"""A build writes its documents with the code, and never over a person's words."""

import json

import pytest

from backstay.agent.documents.building import last_kept, prepared
from backstay.agent.documents.catalogue import PATHS
from backstay.agent.documents.evidence.evidence import OwnTests, Proof
from backstay.agent.documents.evidence.gather import REPORT
from backstay.agent.documents.evidence.kept import FILE, Kept, written
from backstay.blueprint import load

pytestmark = pytest.mark.usefixtures("undescribed")


def test_the_documents_are_there_and_at_rest(project) -> None:
    assert all((project / path).is_file() for path in PATHS)

    again = prepared(project, load(project / "backstay.yaml"))

    assert not [path for path in again.write if path.startswith("docs/")]


def test_another_contract_is_told_in_the_same_build(project) -> None:
    contract = project / "backstay.yaml"
    text = contract.read_text().replace("text 1..200", "text 1..201, unique")
    contract.write_text(text)

    build = prepared(project, load(contract))

    assert "docs/database-schema.md" in build.report.renewed
    assert b"varchar(201)" in build.write["docs/database-schema.md"]
    assert b"0004_alter_books.py" in build.write["docs/database-schema.md"]
    assert b"| Book | title is unique |" in build.write["docs/error-handling.md"]


def test_an_edited_section_is_left_alone_and_said(project) -> None:
    place = project / "docs/error-handling.md"
    place.write_text(place.read_text().replace("One family", "A family"))
    contract = project / "backstay.yaml"
    contract.write_text(contract.read_text().replace("text 1..200", "text 1..201, unique"))

    build = prepared(project, load(contract))

    assert "docs/error-handling.md" not in build.write
    assert any("docs/error-handling.md is not renewed: edited" in one for one in build.report.notes)


def test_the_contract_is_written_with_the_rest_where_it_is_given(tmp_path) -> None:
    text = b"backstay: 1\nservice: s\nresources:\n  Note:\n    fields:\n      body: text\n"
    (tmp_path / "given.yaml").write_bytes(text)

    build = prepared(tmp_path / "s", load(tmp_path / "given.yaml"), text)

    assert build.write["backstay.yaml"] == text
    assert set(PATHS) <= set(build.write)


def test_a_proof_that_was_run_here_comes_before_the_kept_one(tmp_path, report, result) -> None:
    kept = Kept(Proof("old"), tests=OwnTests("old", 1, 0))
    (tmp_path / "docs").mkdir()
    (tmp_path / FILE).write_text(written(kept))
    assert written(last_kept(tmp_path)) == written(kept)

    (tmp_path / "proof").mkdir()
    (tmp_path / REPORT).write_text(json.dumps(report(result("matrix"))))

    found = last_kept(tmp_path)
    assert found.proof is not None
    assert found.proof.code == "feedc0de"
    assert found.tests == kept.tests
