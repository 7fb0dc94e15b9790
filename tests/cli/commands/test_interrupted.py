"""A build that was decided and killed: the next one completes it, or says what is in the way."""

import json

import pytest

from backstay.build.files.apply import JOURNAL, STAGING

pytestmark = pytest.mark.usefixtures("undescribed")


@pytest.fixture
def interrupted(project):
    """A build that was decided, and killed before README.md was in its place."""
    (project / STAGING).mkdir()
    (project / STAGING / "README.md").write_text("decided\n")
    (project / JOURNAL).write_text(json.dumps({"write": ["README.md"], "remove": []}))


def test_an_interrupted_build_is_completed_first(run, project, interrupted):
    code, output, _ = run("build", project)

    assert code == 0
    assert output.startswith("The last build was interrupted; it is complete now.\n")
    assert (project / "README.md").read_text() == "decided\n", "it counts as an edit"
    assert not (project / JOURNAL).exists()


def test_a_dry_run_completes_nothing(run, tree, project, interrupted):
    before = tree(project)

    code, _, error = run("plan", project)

    assert code == 1
    assert error == "The last build was interrupted; `backstay build` completes it first.\n"
    assert tree(project) == before


def test_what_still_cannot_be_completed_is_said(run, project, interrupted):
    (project / "README.md").unlink()
    (project / "README.md").mkdir()

    code, _, error = run("build", project)

    assert code == 1
    assert "run it again when that is mended, and it goes on from there" in error
