"""`backstay agents approve`: a person agrees to something that a specialist must ask first."""

from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.commands.agents.input import Root, refuse

What = Annotated[str, typer.Argument(help="A boundary, or `handoff AGENT`.")]
Why = Annotated[str, typer.Option(help="Why it is right here; it is written down.")]


def approve(what: What, *, why: Why, root: Root = Path()) -> None:
    """Record an approval in .backstay/approvals.jsonl, which no agent may write.

    Exits with 2 when nothing asks for that.
    """
    from backstay.agent.policy.approvals import approve as write_down
    from backstay.agent.policy.boundaries import CHECKS

    if what not in CHECKS and not what.startswith("handoff "):
        raise refuse(f"nothing asks for `{what}`; known: {', '.join(CHECKS)}, handoff AGENT")
    if not why.strip():
        raise refuse("say --why it is right here")
    write_down(root, what, why)
    typer.echo(f"approved: {what}")
