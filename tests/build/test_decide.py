"""One file's fate, by what of base, edited and fresh there is."""

import pytest

from backstay.build.decide import Decision, decide

MARKED = "<<<<<<< edited\na\n=======\nb\n>>>>>>> fresh\n"


@pytest.mark.parametrize(
    ("base", "edited", "fresh", "decision"),
    [
        (None, None, "new\n", Decision("created", "new\n", "new\n")),
        ("old\n", "old\n", "new\n", Decision("updated", "new\n", "new\n")),
        ("old\n", "mine\n", "old\n", Decision("kept", None, "old\n")),
        ("old\n", "new\n", "new\n", Decision("unchanged", None, "new\n")),
        (None, "new\n", "new\n", Decision("unchanged", None, "new\n")),
        ("old\n", "old\n", None, Decision("removed")),
        ("old\n", None, None, Decision("unchanged")),
    ],
)
def test_nobody_is_asked_where_it_is_clear(base, edited, fresh, decision):
    assert decide(base, edited, fresh) == decision


def test_both_changes_are_merged_and_the_base_moves_on():
    base, edited, fresh = "a\nb\nc\nd\ne\n", "A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\n"

    assert decide(base, edited, fresh) == Decision("merged", "A\nb\nc\nd\nE\n", fresh)


@pytest.mark.parametrize(("fresh", "how"), [("new\n", "1 conflict to resolve")])
def test_a_conflict_is_marked_counted_and_leaves_the_base(fresh, how):
    decision = decide("old\n", "mine\n", fresh)

    assert (decision.outcome, decision.base, decision.note) == ("conflicted", "old\n", how)
    assert "mine\n" in str(decision.write)
    assert "new\n" in str(decision.write)


def test_two_conflicts_are_counted():
    decision = decide("a\n-\n-\nb\n", "A\n-\n-\nB\n", "1\n-\n-\n2\n")

    assert decision.note == "2 conflicts to resolve"


def test_an_unresolved_conflict_is_not_merged_again():
    decision = decide("old\n", MARKED, "newer\n")

    assert decision == Decision(
        "conflicted", None, "old\n", "it still has conflict markers; resolve them"
    )


def test_a_file_that_is_not_ours_is_left_alone():
    decision = decide(None, "theirs\n", "new\n")

    assert (decision.outcome, decision.write, decision.base) == ("conflicted", None, None)
    assert "not Backstay's" in decision.note


def test_what_was_deleted_stays_deleted():
    decision = decide("old\n", None, "new\n")

    assert (decision.outcome, decision.write, decision.base) == ("kept", None, "new\n")


def test_an_edited_file_that_is_no_longer_built_is_the_users():
    decision = decide("old\n", "mine\n", None)

    assert decision == Decision("kept", None, None, "no longer built; it is yours now")


@pytest.mark.parametrize(
    ("base", "edited", "fresh", "decision"),
    [
        ("a\nb\n", "a\r\nb\r\n", "a\nb\n", Decision("unchanged", None, "a\nb\n")),
        ("a\nb\n", "a\r\nb\r\n", "a\nB\n", Decision("updated", "a\r\nB\r\n", "a\nB\n")),
        ("a\nb\n", "A\r\nb\r\n", "a\nb\n", Decision("kept", None, "a\nb\n")),
    ],
)
def test_line_endings_of_a_checkout_are_no_edit(base, edited, fresh, decision):
    assert decide(base, edited, fresh) == decision


def test_edits_in_a_checkout_with_other_line_endings_are_merged():
    base, fresh = "a\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\n"

    decision = decide(base, "A\r\nb\r\nc\r\nd\r\ne\r\n", fresh)

    assert decision == Decision("merged", "A\r\nb\r\nc\r\nd\r\nE\r\n", fresh)


def test_a_conflict_in_a_checkout_with_other_line_endings_leaves_the_base():
    decision = decide("a\n", "mine\r\n", "new\n")

    assert (decision.outcome, decision.base) == ("conflicted", "a\n")
    assert "\n" not in str(decision.write).replace("\r\n", "")
