from datetime import UTC, datetime
from uuid import uuid4

from backstay.prove.seeding.uniques import Uniques
from tests.prove.shelf import shelf

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def test_a_partial_rule_counts_only_where_it_holds():
    uniques = Uniques(shelf().resource("Loan"))
    row = {"user": uuid4(), "book": uuid4(), "began": NOW, "ended": None, "rating": None}
    assert uniques.take(row)
    assert not uniques.take(row | {"book": uuid4()})
    assert uniques.take(row | {"book": uuid4(), "ended": NOW})


def test_a_pair_counts_as_a_pair_and_null_never():
    uniques = Uniques(shelf().resource("Loan"))
    row = {"user": uuid4(), "book": uuid4(), "began": NOW, "ended": NOW, "rating": None}
    assert uniques.take(row)
    assert not uniques.take(row)
    assert uniques.take(row | {"user": None})
    assert uniques.take(row | {"user": None})


def test_a_row_that_changes_collides_with_others_only():
    uniques = Uniques(shelf().resource("Book"))
    assert uniques.take({"isbn": "1"})
    assert uniques.take({"isbn": "2"})
    assert uniques.move({"isbn": "1"}, {"isbn": "1"})
    assert not uniques.move({"isbn": "1"}, {"isbn": "2"})
    assert uniques.move({"isbn": "1"}, {"isbn": "3"})
    assert not uniques.take({"isbn": "3"})


def test_what_was_refused_does_not_count():
    uniques = Uniques(shelf().resource("Book"))
    assert uniques.take({"isbn": "1"})
    assert not uniques.take({"isbn": "1"})
    assert uniques.take({"isbn": "2"})
