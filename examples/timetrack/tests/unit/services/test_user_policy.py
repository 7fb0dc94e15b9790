"""Who may do what with users that they may read."""

from collections.abc import Callable
from typing import Any

import pytest
from backstay.data import new_row

from src.core.security import Role
from src.models.user import User
from src.services import user_policy as policy
from tests.unit.memory import KNOWN, UNKNOWN, caller


@pytest.mark.parametrize(
    ("may", "role", "own", "allowed"),
    [
        (policy.may_delete, Role.ADMIN, True, True),
        (policy.may_delete, Role.ADMIN, False, True),
        (policy.may_delete, Role.MEMBER, True, False),
        (policy.may_delete, Role.MEMBER, False, False),
    ],
)
def test_rights(may: Callable[..., bool], role: Role, own: bool, allowed: bool) -> None:
    """Each right of each role, on a row of the caller's own and on another's."""
    whose = KNOWN if own else UNKNOWN
    row: Any = new_row(User, {"id": whose})

    assert may(caller(role), row) is allowed
