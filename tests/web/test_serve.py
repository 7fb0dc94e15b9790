"""serve: what is checked first is said, and Granian gets what a service needs."""

from pathlib import Path
from typing import Any

import pytest

from backstay.settings import ServiceSettings
from backstay.web import serve as serving
from tests.desk.app import SETTINGS

LOGGING: dict[str, Any] = {"version": 1, "loggers": {"mine": {"level": "DEBUG"}}}


def settings(**changes: Any) -> ServiceSettings:
    return ServiceSettings(**(SETTINGS | {"database_url": "sqlite:///x"} | changes))


class Server:
    """Stands in for Granian: remembers what it was given, and serves nothing."""

    made: dict[str, Any]

    def __init__(self, target: str, **options: Any) -> None:
        type(self).made = {"target": target, **options}

    def serve(self) -> None:
        type(self).made["served"] = True


def test_a_database_that_does_not_answer_is_one_message_and_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    given = settings(database_url="postgresql://ann:canary7Qx@127.0.0.1:1/desk")

    assert serving.serve("src.main:start", given, tmp_path, LOGGING) == 1

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("desk does not start.\nThe database does not answer: ")
    assert "Traceback" not in err
    assert "canary7Qx" not in err


@pytest.mark.parametrize("live", [False, True])
def test_granian_serves_with_header_timeouts_and_a_bounded_drain(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch, *, live: bool
):
    monkeypatch.setattr(serving, "Granian", Server)
    monkeypatch.setattr(serving, "prepare", lambda *_: "database at migration 0001")
    given = settings(environment="production" if live else "development", port=8001)

    assert serving.serve("src.main:start", given, tmp_path, LOGGING) == 0

    out = capsys.readouterr().out
    assert out.startswith("desk 0.1.0 on http://127.0.0.1:8001, database at migration 0001\n")
    assert ("documentation: " in out) is not live
    made = Server.made
    assert made["served"]
    assert (made["target"], made["factory"], made["working_dir"]) == (
        "src.main:start",
        True,
        tmp_path,
    )
    assert made["http1_settings"].header_read_timeout == 10_000
    assert (made["workers"], made["workers_kill_timeout"]) == (1, 15)
    assert made["respawn_failed_workers"] is live
    loggers = made["log_dictconfig"]["loggers"]
    assert loggers["_granian"]["propagate"]
    assert loggers["mine"] == {"level": "DEBUG"}
