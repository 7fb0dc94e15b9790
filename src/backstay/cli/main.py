"""The command table: one file in `cli/commands` is one command, imported when it is asked for."""

import pkgutil
from importlib import import_module
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from backstay import __version__
from backstay.cli import commands
from backstay.cli.failing import guarded


class Commands(TyperGroup):
    """Finds commands by file name: `cli/commands/lint.py` holds `def lint(...)`.

    A command with sub-commands is a folder, or a file, with a `typer.Typer` named `app`.
    """

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands, as typed."""
        del ctx
        return sorted(
            name.replace("_", "-") for _, name, _ in pkgutil.iter_modules(commands.__path__)
        )

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | TyperGroup | None:
        """One command, or None when there is no such file."""
        if cmd_name not in self.list_commands(ctx):
            return None
        name = cmd_name.replace("-", "_")
        module = import_module(f"{commands.__name__}.{name}")
        if isinstance(group := getattr(module, "app", None), typer.Typer):
            folder = cast("TyperGroup", typer.main.get_command(group))
            folder.name = cmd_name
            return folder
        single = typer.Typer(add_completion=False)
        single.command(name=cmd_name)(getattr(module, name))
        return cast("TyperCommand", typer.main.get_command(single))


app = typer.Typer(
    cls=Commands, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False
)


@app.callback(invoke_without_command=True)
def backstay(
    *, version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False
) -> None:
    """A backend developer that you can run: contract in, backend out, every line proven."""
    if version:
        typer.echo(__version__)
        raise typer.Exit


def run() -> None:
    """Any command by way of the table; `cli.entry` is what the installed command starts."""
    guarded(app)
