"""Whole seconds, rounded down."""

from datetime import timedelta

import pytest

from backstay.data import whole_seconds


@pytest.mark.parametrize(
    ("seconds", "whole"), [(0, 0), (1, 1), (1.999999, 1), (-0.000001, -1), (-1, -1), (-1.5, -2)]
)
def test_a_span_is_rounded_down(seconds: float, whole: int):
    assert whole_seconds(timedelta(seconds=seconds)) == whole
