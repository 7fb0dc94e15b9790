"""`backstay agents`: one file here is one sub-command."""

import typer

from backstay.cli.commands.agents.approve import approve
from backstay.cli.commands.agents.export import export
from backstay.cli.commands.agents.lint import lint
from backstay.cli.commands.agents.list import list_definitions
from backstay.cli.commands.agents.route import route
from backstay.cli.commands.agents.show import show

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Agent definitions of any host.")
app.command("list")(list_definitions)
app.command()(lint)
app.command()(show)
app.command()(export)
app.command()(route)
app.command()(approve)
