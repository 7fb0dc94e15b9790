"""`backstay audit`: a running service that somebody else built, by its OpenAPI document."""

import asyncio
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from backstay.cli.codes import WRONG_INPUT
from backstay.cli.project import stop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from backstay.prove.audit.report import Audit
    from backstay.prove.audit.run import Order

Target = Annotated[str, typer.Argument(help="Its URL on this machine; not needed with --start.")]
Document = Annotated[str, typer.Option("--openapi", help="A file, URL or path; else it is sought.")]
Header = Annotated[list[str] | None, typer.Option(help="`Name: value` of who asks; repeatable.")]
Other = Annotated[list[str] | None, typer.Option(help="The same of somebody else, repeatable.")]
Known = Annotated[
    list[str] | None, typer.Option("--id", help="`name=value` for paths; repeatable.")
]
Start = Annotated[str, typer.Option(help="Starts the service; {port} and PORT say where.")]
Writes = Annotated[bool, typer.Option("--writes", help="Send more than reads; changes data.")]
Allow = Annotated[list[str] | None, typer.Option("--allow-host", help="Another machine, by name.")]
Only = Annotated[list[str] | None, typer.Option(help="Only this check; repeatable.")]
Requests = Annotated[int, typer.Option(help="How many requests at most.", min=1)]
Seconds = Annotated[float, typer.Option(help="How long at most.", min=1)]
Report = Annotated[Path, typer.Option(help="Where to write the report as JSON.")]


def audit(
    target: Target = "",
    *,
    openapi: Document = "",
    header: Header = None,
    other_header: Other = None,
    known: Known = None,
    start: Start = "",
    writes: Writes = False,
    allow_host: Allow = None,
    only: Only = None,
    requests: Requests = 20_000,
    seconds: Seconds = 900.0,
    report: Report = Path("audit.json"),
) -> None:
    """Audit a service that runs, whatever it is written in: reads only, unless --writes.

    Exits with 0 when nothing failed, 1 when something did or nothing could be seen, 2 when there
    is nothing to audit.
    """
    from backstay.cli.asking import ids_of, who_asks
    from backstay.prove.audit.run import NAMES, Order

    if not target and not start:
        stop("backstay audit: give the URL of a service, or --start COMMAND", WRONG_INPUT)
    if target and not target.startswith(("http://", "https://")):
        stop(f"backstay audit: `{target}` is no URL; like http://127.0.0.1:8000", WRONG_INPUT)
    if unknown := sorted(set(only or ()) - set(NAMES)):
        stop(f"no check is called {', '.join(unknown)}; known: {', '.join(NAMES)}", WRONG_INPUT)
    order = Order(
        target.rstrip("/"),
        document=openapi,
        me=who_asks("me", header or ()),
        other=who_asks("other", other_header or ()),
        ids=ids_of(known or ()),
        allowed=tuple(allow_host or ()),
        writes=writes,
        only=tuple(only or ()),
        requests=requests,
        seconds=seconds,
    )
    _show(_audited(order, start), report)


def _audited(order: "Order", start: str) -> "Audit":
    """The audit of an order; exits 2 when there is nothing to audit."""
    from backstay.prove.audit.caller import SpentError
    from backstay.prove.audit.locate import NoDocumentError
    from backstay.prove.subject.process import StartError
    from backstay.prove.world.client import NotLoopbackError

    try:
        return asyncio.run(_run(order, start))
    except NotLoopbackError as error:
        stop(f"backstay audit: {error}; --allow-host names another machine", WRONG_INPUT)
    except (NoDocumentError, StartError, SpentError, ValueError) as error:
        stop(f"backstay audit: {error}", WRONG_INPUT)


async def _run(order: "Order", start: str) -> "Audit":
    from backstay.cli.proving import Progress
    from backstay.prove.audit.run import audited

    progress = Progress()
    async with _running(order, start) as ready:
        return await audited(ready, progress.begin, progress.tell)


@asynccontextmanager
async def _running(order: "Order", start: str) -> "AsyncIterator[Order]":
    """The order with the URL of what was started, if something was."""
    from dataclasses import replace
    from urllib.parse import urlsplit

    from backstay.prove.audit.service import serving

    if not start:
        yield order
        return
    async with serving(start, Path(), urlsplit(order.target).port or 0) as service:
        yield replace(order, target=order.target or service.base)


def _show(audit: "Audit", report: Path) -> None:
    from backstay.prove.audit.report import to_json
    from backstay.prove.audit.table import lines_of

    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(to_json(audit), encoding="utf-8")
    for line in lines_of(audit):
        typer.echo(line)
    typer.echo(f"Report: {report}")
    if not audit.held:
        raise typer.Exit(1)
