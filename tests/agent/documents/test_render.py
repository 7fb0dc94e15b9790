"""Documents are rendered anew where they differ, and left alone where a person has edited them."""

import shutil

import pytest

from backstay.agent.documents.catalogue import PATHS
from backstay.agent.documents.evidence.evidence import OwnTests, Proof
from backstay.agent.documents.evidence.kept import FILE, Kept
from backstay.agent.documents.files import Files
from backstay.agent.documents.render import rendered
from tests.agent.documents.conftest import GOLDEN


@pytest.fixture
def root(tmp_path):
    return shutil.copytree(GOLDEN, tmp_path / "timetrack")


@pytest.fixture
def render(root, timetrack):
    return lambda kept=Kept(): rendered(timetrack, Files(root), kept)  # noqa: B008 frozen


def test_the_committed_documents_are_what_is_rendered(render) -> None:
    found = render()

    assert (found.changed, found.refused) == ({}, {})


def test_evidence_of_this_code_changes_the_documents(render, root, timetrack) -> None:
    code = Files(root).code(timetrack.layout)

    found = render(Kept(tests=OwnTests(code, 341, 2, 99.0)))
    other = render(Kept(tests=OwnTests("another", 341, 2, 99.0)))

    assert set(found.changed) == {FILE, "docs/release.md", "docs/security-implementation.md"}
    assert b"341 passed, 2 failed, coverage 99 %" in found.changed["docs/release.md"]
    assert b"what was measured last is of other code" in other.changed["docs/release.md"]
    assert b"341" not in other.changed["docs/release.md"]


def test_changed_code_takes_its_evidence_away(render, root, timetrack) -> None:
    code = Files(root).code(timetrack.layout)
    kept = Kept(Proof(code, checks={"matrix": {"passed": 1}}))
    proven = render(kept).changed["docs/security-implementation.md"]

    (root / "src/main.py").write_text("print()\n")

    assert b"`matrix` passed" in proven
    assert b"`matrix` passed" not in render(kept).changed["docs/security-implementation.md"]


def test_an_edit_inside_is_refused_and_the_rest_is_rendered(render, root) -> None:
    place = root / "docs/release.md"
    place.write_text(place.read_text().replace("docker compose up", "podman compose up"))
    (root / "docs/design.md").unlink()
    (root / "docs/database-schema.md").write_text("# Ours\n")

    found = render()

    assert set(found.changed) == {"docs/design.md"}
    assert "edited inside of section `container`" in found.refused["docs/release.md"]
    assert "move it to another name" in found.refused["docs/database-schema.md"]


def test_words_outside_and_line_ends_stay(render, root, timetrack) -> None:
    place = root / "docs/release.md"
    before = place.read_text().replace("\n## Cache", "\n## Cache") + "\nMine.\n"
    place.write_bytes(before.replace("\n", "\r\n").encode())
    assert render().changed == {}

    code = Files(root).code(timetrack.layout)
    text = render(Kept(tests=OwnTests(code, 1, 0))).changed["docs/release.md"]

    assert text.endswith(b"\r\nMine.\r\n")
    assert text.count(b"\n") == text.count(b"\r\n")


@pytest.mark.parametrize("told", ["", "{", "[]"])
def test_code_that_tells_nothing_is_said(render, root, told) -> None:
    (root / "docs/openapi.json").write_text(told)

    assert b"Not told:" in render().changed["docs/api-documentation.md"]


def test_all_documents_are_rendered_into_an_empty_folder(timetrack, tmp_path) -> None:
    assert set(rendered(timetrack, Files(tmp_path), Kept()).changed) == set(PATHS)
