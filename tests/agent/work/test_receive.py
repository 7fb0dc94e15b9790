"""A return is recorded when code, figures and boundaries bear it out; approvals are a person's."""

import subprocess
from pathlib import Path

import pytest

from backstay.agent.definitions.roster import load_roster
from backstay.agent.policy.approvals import FILE, approve, approved
from backstay.agent.returns.model import FeatureReturn
from backstay.agent.work.receive import Received, receive


def git(place: Path, *words: str) -> None:
    command = ["git", "-C", str(place), "-c", "user.name=x", "-c", "user.email=x@x", *words]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def place(project):
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "x")
    return project


def handed_in(place: Path, **claim: str) -> Received:
    return receive(place, FeatureReturn.model_validate(claim), load_roster(place))


def test_unmeasured_work_by_hand_is_refused_by_the_boundaries(place) -> None:
    (place / "src/extra.py").write_text("x = 1\n")

    done = handed_in(place, summary="extra")

    assert not done.accepted
    assert done.differences == (
        "always `run the checks`: `backstay check` has not run",
        "always `run the tests`: the project's tests have not run",
    )
    assert not (place / ".build/timeline.md").exists()


def test_a_dependency_needs_a_person(place) -> None:
    text = (place / "pyproject.toml").read_text()
    (place / "pyproject.toml").write_text(text.replace('["backstay"]', '["backstay", "left-pad"]'))

    first = handed_in(place)
    approve(place, "new dependency", "it pads")
    second = handed_in(place)

    assert any("backstay agents approve 'new dependency'" in one for one in first.differences)
    assert not any("new dependency" in one for one in second.differences)


def test_what_the_builder_wrote_is_nobodys_prose(place) -> None:
    """README and documents change with a build; they follow from the contract."""
    git(place, "rm", "-q", "--cached", "README.md")

    assert handed_in(place, summary="built").accepted


def test_prose_by_hand_is_never_accepted(place) -> None:
    (place / "NOTES.md").write_text("# mine\n")

    assert any("a specialist wrote prose: NOTES.md" in one for one in handed_in(place).differences)


def test_an_unknown_specialist_hands_in_nothing(place) -> None:
    assert "no such specialist" in handed_in(place, agent="ghost").differences[0]


def test_approvals_that_cannot_be_read_count_for_nothing(tmp_path) -> None:
    approve(tmp_path, "a", "b")
    with (tmp_path / FILE).open("a") as file:
        file.write("{\n[]\n")

    assert approved(tmp_path) == ("a",)
    assert approved(tmp_path / "gone") == ()
