"""`backstay plan` shows what a build would do, and does none of it."""

import pytest


@pytest.mark.usefixtures("undescribed")
def test_a_plan_is_a_build_that_writes_nothing(run, tree, project):
    contract = project / "backstay.yaml"
    contract.write_text(contract.read_text().replace("text 1..200", "text 1..300"))
    before = tree(project)

    code, output, _ = run("plan", project)

    assert code == 0
    assert "updated   src/models/book.py\n" in output
    assert "would be " in output
    assert tree(project) == before
