"""Without a model it is said what is missing, and what still works."""

import pytest

from backstay.agent.model import provider
from backstay.agent.model.provider import NoModelError, model_of, named


def test_the_environment_names_the_model(monkeypatch):
    monkeypatch.setenv("BACKSTAY_MODEL", " openai:gpt-x ")

    assert named() == "openai:gpt-x"


def test_no_name_says_what_works_without_one():
    with pytest.raises(NoModelError, match="--phrases"):
        model_of("")


def test_a_missing_key_is_named(monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)

    with pytest.raises(NoModelError, match="OPENAI_API_KEY"):
        model_of("openai:gpt-x")


def test_an_unknown_provider_is_no_traceback():
    with pytest.raises(NoModelError, match="nobody:knows cannot be used"):
        model_of("nobody:knows")


def test_the_extra_is_asked_for(monkeypatch):
    monkeypatch.setattr(provider, "find_spec", lambda _: None)

    with pytest.raises(NoModelError, match=r"pip install 'backstay\[llm\]'"):
        model_of("openai:gpt-x")
