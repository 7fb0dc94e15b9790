"""What `audit` and `task` share: who asks a foreign service, and the ids that are known."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from backstay.cli.codes import WRONG_INPUT
from backstay.cli.project import stop

if TYPE_CHECKING:
    from backstay.agent.work.auditing import Started
    from backstay.prove.audit.identity import Identity


def who_asks(name: str, headers: Iterable[str]) -> "Identity | None":
    """The identity of some headers; None without any, and exits 2 where one is none."""
    from backstay.prove.audit.identity import (  # noqa: PLC0415 it loads slowly
        HeaderError,
        identity_of,
    )

    try:
        found = identity_of(name, headers)
    except HeaderError as error:
        stop(str(error), WRONG_INPUT)
    return found if found.headers else None


def ids_of(given: Iterable[str]) -> dict[str, str]:
    """Values of path parameters by name; exits 2 where one is not `name=value`."""
    found = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not (name and equals and value):
            stop(f"--id takes name=value, not `{one}`", WRONG_INPUT)
        found[name] = value
    return found


def started_of(
    command: str, headers: Iterable[str], ids: Iterable[str], *, writes: bool
) -> "Started":
    """How the service of a task is started and asked."""
    from backstay.agent.work.auditing import Started  # noqa: PLC0415 as above

    return Started(command, who_asks("me", headers), ids_of(ids), writes)
