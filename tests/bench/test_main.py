"""`make bench` runs every file of bench/ that has a run() of its own, and names an unknown one."""

from bench.__main__ import found, main


def test_what_is_found():
    names = found()

    assert {"build", "memory", "micro", "speed"} <= set(names)
    assert "check_speed" not in names  # its run() wants arguments: it has a command of its own
    assert "load" not in names


def test_an_unknown_name_is_refused(monkeypatch, capsys):
    monkeypatch.setenv("ONLY", "speeed")

    assert main() == 2
    assert "No such bench: speeed. There are: " in capsys.readouterr().out
