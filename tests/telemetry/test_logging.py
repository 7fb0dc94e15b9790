"""Application logs: one shape for every record, with the request's id, redacted."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from backstay.telemetry.logging import Formatter, configure, prepared, request_id

CONFIG: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "ours": {
            "()": "backstay.telemetry.logging.Formatter",
            "style": "json",
            "personal": ["email"],
        },
        "plain": {"format": "%(message)s"},
    },
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "ours"}},
    "root": {"handlers": ["out"]},
}


@pytest.fixture
def out() -> Iterator[io.StringIO]:
    """Where the root logger writes; everything is put back afterwards."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    out = io.StringIO()
    handler = {"class": "logging.StreamHandler", "formatter": "ours", "stream": out}
    config = CONFIG | {"handlers": {"out": handler}}
    configure(config, "INFO", readable=False)
    yield out
    root.handlers[:], root.level = before
    structlog.reset_defaults()


def lines(out: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_every_record_has_the_same_shape(out: io.StringIO):
    token = request_id.set("r-12345678")
    logging.getLogger("library").warning("seen %s", "it", extra={"route": "/t", "email": "a@b"})
    request_id.reset(token)
    structlog.get_logger("ours").info("said", password="x", route="/t")
    logging.getLogger("library").debug("not at this level")

    library, ours = lines(out)
    assert library.pop("timestamp").endswith("Z")
    assert library == {
        "event": "seen it",
        "logger": "library",
        "level": "warning",
        "request_id": "r-12345678",
        "route": "/t",
        "email": "***",
    }
    assert ours["event"] == "said"


def test_a_traceback_is_one_line_and_redacted(out: io.StringIO):
    try:
        int("redis://:canary7Qx@cache\nsecond line")
    except ValueError:
        logging.getLogger("backstay.web").exception("request failed\nforged: line")

    (line,) = lines(out)
    assert "Traceback" in line["exception"]
    assert "canary7Qx" not in out.getvalue()
    assert line["event"] == "request failed\nforged: line"


def test_development_reads_and_machines_parse():
    readable = prepared(CONFIG, readable=True)["formatters"]
    assert [readable[name].get("style") for name in ("ours", "plain")] == ["console", None]
    assert prepared(CONFIG, readable=False)["formatters"]["ours"]["style"] == "json"
    assert CONFIG["formatters"]["ours"]["style"] == "json"


def test_the_readable_style_has_no_colours():
    made = prepared(CONFIG, readable=True)["formatters"]["ours"]
    record = logging.LogRecord("a", logging.INFO, "f", 1, "hello %s", ("you",), None)
    text = Formatter(made["style"], made["personal"]).format(record)
    assert "hello you" in text
    assert "\x1b" not in text


def test_what_is_no_logging_configuration_is_refused():
    with pytest.raises(ValueError):
        configure({"version": 2}, "INFO", readable=False)
