"""What nobody foresaw is one line and 70; a reader who leaves is no failure."""

import sys

import pytest

from backstay.cli.failing import guarded


def _fails() -> None:
    raise KeyError("nothing")


def test_what_nobody_foresaw_is_a_defect_of_ours(monkeypatch, capsys):
    monkeypatch.delenv("BACKSTAY_TRACEBACK", raising=False)

    with pytest.raises(SystemExit) as stopped:
        guarded(_fails)

    assert stopped.value.code == 70
    said = capsys.readouterr().err
    assert "which is a defect: KeyError: 'nothing'" in said
    assert "BACKSTAY_TRACEBACK=1" in said


def test_the_traceback_is_there_for_whoever_asks(monkeypatch):
    monkeypatch.setenv("BACKSTAY_TRACEBACK", "1")

    with pytest.raises(KeyError):
        guarded(_fails)


def test_a_reader_who_leaves_is_no_failure(monkeypatch):
    class Gone:
        closed = False

        def close(self) -> None:
            self.closed = True

    def leave() -> None:
        raise BrokenPipeError

    gone = Gone()
    monkeypatch.setattr(sys, "stderr", gone)

    guarded(leave)

    assert gone.closed
