"""A list of tasks: one a line, as people write them."""

import pytest

from backstay.agent.work.tasks import MOST, listed


def test_open_tasks_are_taken_in_order(tmp_path) -> None:
    place = tmp_path / "tasks.md"
    place.write_text("# Tasks\n\n- [ ] add a role x\n- [x] done\n* add a role y\n3. add z\n\n")

    assert listed(place) == ["add a role x", "add a role y", "add z"]


def test_too_many_are_refused(tmp_path) -> None:
    place = tmp_path / "tasks.md"
    place.write_text("x\n" * (MOST + 1))

    with pytest.raises(ValueError, match="at most"):
        listed(place)
