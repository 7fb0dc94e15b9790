"""If-Match: which version a change is meant for."""

import pytest

from backstay.data import ANY, Match, new_row
from backstay.data.versions import etag
from backstay.errors import EditedMeanwhile, PreconditionFailed, PreconditionRequired
from tests.desk.models import Note

ROW: Note = new_row(Note, {"row_version": 2})


def test_an_etag_is_strong_and_quoted():
    assert etag(ROW) == '"2"'


@pytest.mark.parametrize("given", ['"2"', "*", '"1", "2"', '"1","2","3"', None])
def test_a_condition_that_names_the_version_holds(given):
    Match(given).check(ROW)


@pytest.mark.parametrize("given", ['"1"', "2", 'W/"2"', '"22"', "", '"2', '"1", W/"2"', "**"])
def test_any_other_condition_is_stale(given):
    with pytest.raises(PreconditionFailed):
        Match(given).check(ROW)


def test_a_condition_that_is_required_and_missing_is_428():
    with pytest.raises(PreconditionRequired):
        Match(None, required=True).check(ROW)
    ANY.check(ROW)


def test_a_row_that_changed_meanwhile_is_412_to_a_condition_and_409_without():
    assert isinstance(Match('"2"').missed(), PreconditionFailed)
    assert isinstance(ANY.missed(), EditedMeanwhile)
