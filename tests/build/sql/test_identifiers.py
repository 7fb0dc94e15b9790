"""Names in the database: quoted where SQL has taken them, and short enough."""

import pytest

from backstay.build.sql.identifiers import LONGEST, quoted, short


@pytest.mark.parametrize(("name", "text"), [("order", '"order"'), ("title", "title")])
def test_only_keywords_are_quoted(name, text):
    assert quoted(name) == text


def test_long_names_are_cut_and_still_differ():
    one, other = short(f"ck_{'a' * 70}_x"), short(f"ck_{'a' * 70}_y")

    assert len(one) == LONGEST == len(other)
    assert one != other
    assert short("ck_short") == "ck_short"
