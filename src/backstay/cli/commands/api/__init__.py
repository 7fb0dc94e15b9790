"""`backstay api`: one file here is one sub-command."""

import typer

from backstay.cli.commands.api.design import design
from backstay.cli.commands.api.monitor import monitor
from backstay.cli.commands.api.security import security
from backstay.cli.commands.api.test import try_out

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="Design, test, monitor, secure an API."
)
app.command()(design)
app.command("test")(try_out)
app.command()(monitor)
app.command()(security)
