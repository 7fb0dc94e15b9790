"""Model names of definitions are preferences under known aliases (C-44, R-227)."""

import pytest

from backstay.agent.definitions.models import family, is_known


@pytest.mark.parametrize(
    ("model", "alias", "known"),
    [
        ("opus", "opus", True),
        ("inherit", "", True),
        ("claude-opus-4-5-20251101", "opus", True),
        ("claude-4-5-opus", "opus", False),
        ("Claude Sonnet 4", "sonnet", False),
        ("gpt-5", "", False),
    ],
)
def test_a_model_has_an_alias(model: str, alias: str, known: bool) -> None:  # noqa: FBT001 - a case
    assert (family(model), is_known(model)) == (alias, known)
