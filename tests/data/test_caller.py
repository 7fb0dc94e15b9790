"""Backstay's own caller is nobody whom a contract can name."""

import re

from backstay.data import SYSTEM


def test_the_role_of_backstay_itself_is_no_word():
    assert not re.fullmatch(r"\w+", SYSTEM.role)
