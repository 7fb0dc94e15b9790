"""Golden features: what one word of the contract becomes, whole files at a time."""

import pytest

from tests.build.features import expected, features, rendered

WORDS = {"action", "computed", "cursor", "flow", "money", "nested", "owner", "rules", "soft"}


def test_each_of_these_features_is_kept():
    assert set(features()) == WORDS


@pytest.mark.parametrize("feature", features())
def test_the_files_of_a_feature_are_as_they_were(feature):
    kept = expected(feature)
    made = rendered(feature)

    assert kept
    assert kept == {path: made.get(path, "") for path in kept}, "run `make golden`, and look"
