"""Documents of a contract before anything is built, and of a project that is (R-237)."""

import pytest

from backstay.agent.documents.alone import OutdatedError, due, write
from backstay.agent.documents.catalogue import PATHS
from backstay.agent.documents.evidence.kept import Kept
from backstay.blueprint import load
from backstay.build.openapi import PATHS as OPENAPI


def test_a_contract_alone_gives_the_design(project, tmp_path) -> None:
    root = tmp_path / "design"
    root.mkdir()
    text = (project / "backstay.yaml").read_bytes()
    (root / "backstay.yaml").write_bytes(text)
    blueprint = load(root / "backstay.yaml")

    written = write(root, due(root, blueprint, Kept()))

    assert set(written) == {*PATHS, *OPENAPI}
    told = (root / "docs/api-documentation.md").read_text()
    assert "#### POST /api/v1/books" in told
    assert "| 0003 | 0002 | `0003_books.py` |" in (root / "docs/database-schema.md").read_text()
    assert "| `DB_TIMEOUT` | `10` |" in (root / "docs/release.md").read_text()
    assert not (root / "src").exists()
    assert due(root, blueprint, Kept()).changed == {}


def test_a_project_is_at_rest(project) -> None:
    found = due(project, load(project / "backstay.yaml"), Kept())

    assert (found.changed, found.refused) == ({}, {})
    assert write(project, found) == []


def test_a_contract_that_is_not_built_yet_is_refused(project) -> None:
    contract = project / "backstay.yaml"
    contract.write_text(contract.read_text().replace("1..200", "1..201"))

    with pytest.raises(OutdatedError, match="`backstay build` first"):
        due(project, load(contract), Kept())
