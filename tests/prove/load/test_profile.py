import asyncio
import os
import stat
import sys
from pathlib import Path

from backstay.prove.load import profile
from backstay.prove.load.profile import hottest, profiled


def program(folder: Path, text: str) -> None:
    """A py-spy that does what a test wants, beside an interpreter."""
    file = folder / "py-spy"
    file.write_text(f"#!{sys.executable}\nimport signal, sys, time\n{text}")
    file.chmod(file.stat().st_mode | stat.S_IEXEC)


RECORDS = """
out = sys.argv[sys.argv.index("--output") + 1]
def end(*_):
    open(out, "w").write("a;b 3\\na;c 1\\n")
    sys.exit(0)
signal.signal(signal.SIGINT, end)
print("ready", file=sys.stderr, flush=True)
time.sleep(30)
"""


def test_the_end_of_most_stacks_is_hottest():
    assert hottest(["a;b 3", "a;c 1", "b 6"]) == ("b", 90.0)
    assert hottest([]) == ("", 0.0)


async def test_it_writes_what_it_saw_when_the_block_ends(tmp_path, monkeypatch):
    program(tmp_path, RECORDS)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    async with profiled(os.getpid(), tmp_path / "proof" / "profile.txt", 5) as seen:
        await asyncio.sleep(0.5)
    assert seen.hottest == ("b", 75.0)
    assert not seen.lack


async def test_where_it_may_not_look_it_says_so(tmp_path, monkeypatch):
    program(tmp_path, "print('Permission denied', file=sys.stderr)\nsys.exit(1)")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    async with profiled(os.getpid(), tmp_path / "profile.txt", 5) as seen:
        pass
    assert "could not record" in seen.lack


async def test_where_there_is_none_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    async with profiled(os.getpid(), tmp_path / "profile.txt", 5) as seen:
        pass
    assert "cannot be started" in seen.lack


async def test_one_that_hangs_is_ended(tmp_path, monkeypatch):
    program(tmp_path, "signal.signal(signal.SIGINT, signal.SIG_IGN)\ntime.sleep(30)")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setattr(profile, "END_SECONDS", 0.5)
    async with profiled(os.getpid(), tmp_path / "profile.txt", 5) as seen:
        await asyncio.sleep(0.5)
    assert seen.lack == "py-spy did not end"
