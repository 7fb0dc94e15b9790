"""One writes at a time; who waits too long is told so."""

import pytest

from backstay.agent.record.lock import BusyError, locked


def test_the_lock_is_held_until_the_end(tmp_path) -> None:
    with (
        locked(tmp_path),
        pytest.raises(BusyError, match="another run writes"),
        locked(tmp_path, 0),
    ):
        pass

    with locked(tmp_path, 0):
        pass
