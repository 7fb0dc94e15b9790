"""Looks a whole roster over."""

from collections.abc import Iterable

from backstay.agent.definitions.lint import contents, network
from backstay.agent.definitions.lint.finding import Finding
from backstay.agent.definitions.lint.hosts import ignored_fields
from backstay.agent.definitions.model import Host
from backstay.agent.definitions.roster import Roster


def lint(roster: Roster, hosts: Iterable[Host] = ()) -> tuple[Finding, ...]:
    """Every finding about what others wrote, by file and line; our own are linted in our tests.

    Args:
        roster: The definitions.
        hosts: Hosts to judge for; without any, each file's own.
    """
    found = [finding for check in network.CHECKS for finding in check(roster)]
    for definition in roster.definitions:
        found += (finding for check in contents.CHECKS for finding in check(definition))
        for host in tuple(hosts) or (None,):
            found += ignored_fields(definition, host)
    ours = {entry.definition.path for entry in roster.entries if entry.rank == "built-in"}
    theirs = dict.fromkeys(one for one in found if one.path not in ours)
    return tuple(sorted(theirs, key=lambda one: (one.path, one.line, one.code)))
