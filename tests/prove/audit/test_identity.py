"""Identity: headers as they are typed, and what is none."""

import pytest

from backstay.prove.audit.identity import HeaderError, identity_of


def test_headers_are_taken_as_they_are_typed():
    found = identity_of("me", ["Authorization: Bearer a:b", "X-Key:1"])
    assert found.headers == (("Authorization", "Bearer a:b"), ("X-Key", "1"))


@pytest.mark.parametrize("line", ["Bearer x", ": x", "A:", "A: b\r\nC: d", "A: \u00e9"])
def test_what_is_no_header_is_refused(line):
    with pytest.raises(HeaderError, match="write it as `Name: value`"):
        identity_of("me", [line])
