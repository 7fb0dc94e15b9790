"""The entry point: what runs after every edit starts without the command table."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from backstay.cli.failing import guarded

if TYPE_CHECKING:
    from backstay.cli.checking import Said


def run() -> None:
    """Answer the command line; whatever nobody foresaw is a defect of ours, and is said so."""
    guarded(quick(sys.argv[1:]) or _table)


def quick(words: list[str]) -> Callable[[], None] | None:
    """The command that plain words ask for, if it is one of those that hosts call all day."""
    if words[:1] == ["hook"] and not {"--help", "-h"} & set(words):
        return lambda: _hook(words[1:])
    if words[:1] == ["check"]:
        from backstay.cli.checking import asked_by, checked  # noqa: PLC0415 others do without

        if (asked := asked_by(words[1:])) is not None:
            return lambda: _say(checked(asked))
    return None


def _say(said: "Said") -> None:
    sys.stdout.write(said.out)
    sys.stderr.write(said.error)
    sys.stdout.flush()  # a reader that has left is noticed here, where it is no failure
    if said.code:
        sys.exit(said.code)


def _hook(words: list[str]) -> None:
    from backstay.agent.hook.run import main  # noqa: PLC0415 as above

    main(words)


def _table() -> None:
    from backstay.cli.main import app  # noqa: PLC0415 as above

    app()
