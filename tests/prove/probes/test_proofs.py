"""Unbroken projects pass: every line of the behaviour of timetrack, and of shop."""

from collections import Counter

import pytest

from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome

from .proving import proof_of


def amiss(results: list[Result]) -> list[tuple[str, str, str]]:
    return [
        (result.check, result.key, result.reason)
        for result in results
        if result.outcome is not Outcome.PASSED
    ]


async def test_timetrack_is_proven(built):
    results = await proof_of(built("timetrack"))

    assert amiss(results) == []
    assert Counter(result.outcome for result in results)[Outcome.PASSED] > 100
    assert all(result.controls and result.requests for result in results)


@pytest.mark.real
async def test_shop_is_proven(built):
    assert amiss(await proof_of(built("shop"))) == []
