"""The harness fails a rule that does not do what its page shows."""

from dataclasses import replace

import pytest

from backstay.prove.discover import all_rules
from backstay.prove.testing import assert_page_holds

RULE = all_rules()["ASY001"]


def test_a_rule_that_sees_nothing_fails():
    with pytest.raises(
        AssertionError, match=r"must be flagged: \[\('app/services/example.py', 6\)"
    ):
        assert_page_holds(replace(RULE, run=lambda _: iter(())))


def test_a_rule_that_sees_too_much_fails():
    def everything(source):
        return (source.hit(call, "a call") for call in source.calls)

    with pytest.raises(AssertionError, match="is flagged"):
        assert_page_holds(replace(RULE, run=everything))


@pytest.mark.parametrize("section", ["## Why", "## Flagged", "## Instead"])
def test_a_page_without_a_section_fails(section):
    page = RULE.page.replace(section, "## Else")

    with pytest.raises(AssertionError, match=section):
        assert_page_holds(replace(RULE, page=page))


def test_a_page_that_shows_nothing_wrong_fails():
    page = RULE.page.replace("  # ASY001", "")

    with pytest.raises(AssertionError, match="show at least one flagged example"):
        assert_page_holds(replace(RULE, page=page))
