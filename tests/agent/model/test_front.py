"""The front door: whom a model stands in for, and what is said when it cannot."""

import pytest

from backstay.agent.model import front
from backstay.agent.model.ending import Driven, Ending
from backstay.agent.model.front import by_model
from backstay.agent.model.provider import NoModelError
from tests.agent.model.conftest import script


@pytest.fixture
def taken(monkeypatch):
    """What the run was given."""
    given = []

    async def drive(commission, say):
        given.append(commission)
        return Driven(Ending.ACCEPTED)

    monkeypatch.setattr(front, "drive", drive)
    monkeypatch.setattr(front, "model_of", lambda name: script())
    return given


def test_the_specialist_that_the_words_wake_does_the_work(project, taken):
    said: list[str] = []

    end = by_model(project, "review the security of the login", "x:y", None, said.append)

    assert end.ending is Ending.ACCEPTED
    assert taken[0].definition.name == "security"
    assert said == ["security works on it, by x:y"]


def test_words_that_wake_nobody_go_to_the_backend(project, taken):
    by_model(project, "qwertz", "x:y", None, lambda _: None)

    assert taken[0].definition.name == "backend"


def test_a_model_that_cannot_be_had_is_said_and_not_thrown(project, monkeypatch):
    def missing(name):
        raise NoModelError("OPENAI_API_KEY is not set")

    monkeypatch.setattr(front, "model_of", missing)

    end = by_model(project, "anything", "openai:x", None, lambda _: None)

    assert (end.ending, end.code) == (Ending.FAILED, 1)
    assert end.lines()[1:] == ["OPENAI_API_KEY is not set"]
