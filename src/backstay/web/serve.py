"""serve: Granian in front of a project (design.md section 6)."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces, Loops
from granian.http import HTTP1Settings

from backstay.settings import ServiceSettings
from backstay.telemetry.logging import prepared
from backstay.web.preflight import NotReady, prepare

HEADER_MILLISECONDS = 10_000
"""A client that takes longer to send its headers is cut off."""

DRAIN_SECONDS = 15


def serve(
    target: str, settings: ServiceSettings, root: Path, logging_config: Mapping[str, Any]
) -> int:
    """Serve until a signal comes; gives the exit code.

    Args: target, `module:factory` of the application; settings; root, the project's folder;
    logging_config, for Granian's own lines.
    """
    try:
        found = prepare(settings, root)
    except NotReady as reason:
        sys.stderr.write(f"{settings.app_name} does not start.\n{reason}\n")
        return 1
    where = f"http://{settings.host}:{settings.port}"
    sys.stdout.write(f"{settings.app_name} {settings.version} on {where}, {found}\n")
    if settings.docs_open:
        sys.stdout.write(f"documentation: {where}/docs\n")
    sys.stdout.flush()
    Granian(
        target,
        address=settings.host,
        port=settings.port,
        interface=Interfaces.ASGI,
        workers=settings.workers,
        loop=Loops.uvloop,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_MILLISECONDS),
        factory=True,
        working_dir=root,
        log_dictconfig=_own(prepared(logging_config, readable=not settings.production)),
        respawn_failed_workers=settings.production,
        workers_kill_timeout=DRAIN_SECONDS,
    ).serve()
    return 0


def _own(config: dict[str, Any]) -> dict[str, Any]:
    """Granian's loggers hand their lines to the root, as every other library's do."""
    passing = {"level": "INFO", "propagate": True}
    loggers = {"_granian": passing, "granian.access": passing, **config.get("loggers", {})}
    return {**config, "loggers": loggers}
