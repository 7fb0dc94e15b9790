"""A return is judged by the project itself, and judging writes nothing."""

from pathlib import Path

from backstay.agent.returns.accept import judge
from backstay.agent.returns.model import FeatureReturn

EXAMPLE = Path(__file__).parents[3] / "examples" / "timetrack"


def test_a_true_return_is_accepted_and_a_false_one_refused() -> None:
    true = FeatureReturn.model_validate({"routes_created": ["GET /api/v1/tasks"]})
    false = FeatureReturn.model_validate({"routes_created": ["GET /api/v1/ghosts"]})

    assert judge(EXAMPLE, true).accepted
    assert [one.claimed for one in judge(EXAMPLE, false).differences] == ["GET /api/v1/ghosts"]
    assert not (EXAMPLE / ".build").exists()
