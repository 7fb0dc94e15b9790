"""Attempt: what must work, what must be refused, and what is said when neither holds."""

from typing import cast

import pytest

from backstay.prove.attempt import Attempt, UncontrolledError
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.world.world import World


def answered(status: int, code: str = "") -> Exchange:
    body = f'{{"error": {{"code": "{code}"}}}}'.encode() if code else b""
    return Exchange("somebody", "GET", "/one", "", {}, status, {}, body)


@pytest.fixture
def attempt() -> Attempt:
    return Attempt(cast("World", None))  # nothing here speaks with a subject


def test_a_control_that_works_counts(attempt):
    assert attempt.control(answered(200), 200, 201, why="a list").status == 200
    assert (attempt.controls, attempt.attacks) == (1, 0)


def test_a_control_that_does_not_work_ends_the_attempt(attempt):
    with pytest.raises(UncontrolledError, match="a list: expected 200 or 201, got GET /one"):
        attempt.control(answered(500), 200, 201, why="a list")


def test_controlled_takes_anything_true(attempt):
    attempt.controlled("a row", "no row")
    with pytest.raises(UncontrolledError, match="no row"):
        attempt.controlled("", "no row")
    assert attempt.controls == 1


def test_an_expectation_that_holds_counts_as_an_attack(attempt):
    assert attempt.expect(answered(404), 404, why="a stranger")
    assert (attempt.controls, attempt.attacks, attempt.mismatches) == (0, 1, [])


def test_an_expectation_that_fails_says_what_was_expected_and_seen(attempt):
    assert not attempt.expect(answered(200), 404, why="a stranger reads")
    (mismatch,) = attempt.mismatches
    assert mismatch.why == "a stranger reads: expected 404, got GET /one as somebody: 200"
    assert mismatch.seen is not None


@pytest.mark.parametrize(("code", "good"), [("not_unique", True), ("flow_refused", False)])
def test_the_code_is_part_of_the_promise(attempt, code, good):
    assert attempt.expect(answered(409, code), 409, why="twice", code="not_unique") is good
    if not good:
        assert "expected 409 not_unique" in attempt.mismatches[0].why


def test_one_of_several_codes_will_do(attempt):
    codes = ("token_missing", "token_invalid")
    assert attempt.expect(answered(401, "token_invalid"), 401, why="garbage", code=codes)
    assert not attempt.expect(answered(401, "other"), 401, why="garbage", code=codes)


def test_what_is_allowed_is_a_control_too(attempt):
    assert attempt.allow(answered(200), 200, why="the owner reads")
    assert not attempt.allow(answered(403, "forbidden"), 200, why="the owner reads")
    assert (attempt.controls, attempt.attacks, len(attempt.mismatches)) == (1, 1, 1)


def test_figures_are_kept(attempt):
    attempt.figure("p95", 9.5, "ms", 200.0, met=True)
    assert attempt.figures[0].name == "p95"
    assert attempt.figures[0].met is True
