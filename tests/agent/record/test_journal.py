"""The journal holds each step, in order; a quiet one leaves nothing."""

import json

from backstay.agent.record.journal import Journal


def test_each_step_is_one_line(tmp_path) -> None:
    journal = Journal(tmp_path, "Add ../../comments to tasks\n")
    journal.note("taken", text="é")
    journal.note("routed", agent="backend")

    lines = [json.loads(line) for line in (tmp_path / journal.path).read_text().splitlines()]
    assert [line["step"] for line in lines] == ["taken", "routed"]
    assert lines[0]["text"] == "é"
    assert journal.path.startswith(".build/runs/")
    assert ".." not in journal.path


def test_a_quiet_journal_writes_nothing(tmp_path) -> None:
    Journal(tmp_path, "x", quiet=True).note("taken")

    assert not list(tmp_path.iterdir())
