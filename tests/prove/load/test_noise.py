import os
from types import SimpleNamespace

import psutil
import pytest

from backstay.prove.load import noise
from backstay.prove.load.noise import Usage, others_share, usage


@pytest.mark.parametrize(
    ("after", "share"),
    [
        (Usage(100.0, 100.0, 0.0), 0.0),
        (Usage(100.0, 40.0, 60.0), 0.0),
        (Usage(100.0, 40.0, 10.0), 0.5),
        (Usage(100.0, 0.0, 0.0), 1.0),
        (Usage(0.0, 0.0, 0.0), 0.0),
    ],
)
def test_what_is_neither_ours_nor_idle_is_others(after, share):
    assert others_share(Usage(0.0, 0.0, 0.0), after) == share


def test_usage_goes_up():
    before = usage(os.getpid())
    sum(range(2_000_000))
    after = usage(os.getpid())
    assert after.whole >= before.whole
    assert after.ours >= before.ours


def test_a_process_that_is_gone_has_used_nothing():
    assert usage(0x7FFFFFFF).whole > 0

    def gone():
        raise psutil.NoSuchProcess(1)

    class Gone(psutil.Process):
        cpu_times = staticmethod(gone)

    assert noise._seconds(Gone()) == 0.0


def test_a_database_server_works_for_the_subject(monkeypatch):
    times = SimpleNamespace(user=5.0, system=1.0)
    server = SimpleNamespace(info={"name": "postgres"}, cpu_times=lambda: times)
    other = SimpleNamespace(info={"name": "make"}, cpu_times=lambda: times)
    monkeypatch.setattr(psutil, "process_iter", lambda _: [server, other])
    monkeypatch.setattr(
        psutil,
        "Process",
        lambda *_: SimpleNamespace(
            cpu_times=lambda: SimpleNamespace(user=0.0, system=0.0), children=lambda **_: []
        ),
    )
    assert usage(1).ours == 6.0
