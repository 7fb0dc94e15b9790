"""Application logs: JSON lines outside development, readable ones in it, the same fields (C-28)."""

import logging
import logging.config
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

from backstay.telemetry.redaction import Redactor

request_id: ContextVar[str] = ContextVar("backstay_request_id", default="")
"""The request that the current task serves; empty outside requests."""


def _add_request_id(logger: object, method: str, event: EventDict) -> EventDict:
    del logger, method
    if current := request_id.get():
        event.setdefault("request_id", current)
    return event


def _chain(personal: Iterable[str]) -> list[Processor]:
    return [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="timestamp"),
        structlog.stdlib.ExtraAdder(),
        _add_request_id,
        structlog.processors.format_exc_info,
        Redactor(personal),
    ]


class Formatter(structlog.stdlib.ProcessorFormatter):
    """For `config/logging.yaml`: every record, ours or a library's, in one shape.

    Args: style, `json` or `console`; personal, the names of fields that hold personal data.
    """

    def __init__(self, style: str = "json", personal: Iterable[str] = ()) -> None:
        render: Processor = structlog.processors.JSONRenderer(default=str)
        if style == "console":
            render = structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0)
        remove = structlog.stdlib.ProcessorFormatter.remove_processors_meta
        super().__init__(processors=[remove, render], foreign_pre_chain=_chain(personal))


def prepared(config: Mapping[str, Any], *, readable: bool) -> dict[str, Any]:
    """The configuration with every formatter of ours in the style of the environment."""
    style = "console" if readable else "json"
    formatters = {
        name: ({**formatter, "style": style} if "style" in formatter else formatter)
        for name, formatter in config.get("formatters", {}).items()
    }
    return {**config, "formatters": formatters}


def configure(config: Mapping[str, Any], level: str, *, readable: bool) -> None:
    """Set up logging once for the process, from the project's own file.

    Raises: ValueError when the file is no logging configuration.
    """
    logging.config.dictConfig(prepared(config, readable=readable))
    logging.getLogger().setLevel(level)
    for client in ("httpx2", "httpcore2"):  # they would tell whole URLs and headers of our calls
        logging.getLogger(client).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
