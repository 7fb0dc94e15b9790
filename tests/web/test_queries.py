import pytest

from backstay.errors import Unprocessable
from backstay.web.queries import read_query, refuse_unknown_query


def test_parameters_are_read_once_each():
    assert read_query(b"") == {}
    assert read_query(b"a=1&b=%C3%A9&c=") == {"a": "1", "b": "\u00e9", "c": ""}
    with pytest.raises(Unprocessable) as refused:
        read_query(b"a=1&a=1")
    assert refused.value.code == "duplicate_key"


def test_none_is_taken_where_none_is_known():
    refuse_unknown_query(b"")
    with pytest.raises(Unprocessable) as refused:
        refuse_unknown_query(b"secret=1&b=2")
    assert (refused.value.code, refused.value.details[0].field) == ("unknown_field", "secret")


def test_what_a_validator_does_to_its_query_is_not_remembered():
    read_query(b"page=2").clear()

    assert read_query(b"page=2") == {"page": "2"}
