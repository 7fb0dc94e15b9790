"""The port of prove gives figures of a real run, and says what is unproven."""

import pytest

from backstay.agent.work.proving import prove


def test_where_there_is_no_project_nothing_is_proven(tmp_path) -> None:
    proven = prove(tmp_path)

    assert proven.operations is None
    assert proven.why.startswith("unproven: ")


@pytest.mark.real
def test_a_built_project_is_proven_and_every_trial_is_told(project) -> None:
    seen = []

    proven = prove(project, lambda done, of: seen.append((done, of)))

    assert seen
    assert seen[-1][0] == seen[-1][1]
    assert proven.operations is not None
    assert proven.rps is not None
    assert (project / proven.report).is_file()
