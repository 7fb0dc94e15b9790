"""`backstay agents approve` writes down what a person agrees to, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from backstay.agent.policy.approvals import approved

Run = Callable[..., Result]


def test_an_approval_is_written_down_with_its_reason(run: Run, project: Path) -> None:
    result = run("approve", "new dependency", "--why", "it is ours", "--root", project)

    assert result.exit_code == 0
    assert approved(project) == ("new dependency",)


@pytest.mark.parametrize(("what", "why"), [("everything", "x"), ("new dependency", " ")])
def test_what_nothing_asks_for_is_refused(run: Run, project: Path, what: str, why: str) -> None:
    assert run("approve", what, "--why", why, "--root", project).exit_code == 2
    assert approved(project) == ()
