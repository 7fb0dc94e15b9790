"""Every rule keeps the promises of its own page, now and later."""

import pytest

from backstay.prove.discover import all_rules
from backstay.prove.testing import assert_page_holds


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: f"{rule.id}-{rule.name}")
def test_every_rule_keeps_the_promises_of_its_page(rule):
    assert_page_holds(rule)
