"""Looks a whole roster over."""

from collections.abc import Iterable

from backstay.agent.definitions.lint import contents, network
from backstay.agent.definitions.lint.finding import Finding
from backstay.agent.definitions.lint.hosts import ignored_fields
from backstay.agent.definitions.model import Host
from backstay.agent.definitions.roster import Roster


def lint(roster: Roster, hosts: Iterable[Host] = ()) -> tuple[Finding, ...]:
    """Every finding, by file and line.

    Args:
        roster: The definitions.
        hosts: Hosts to judge for; without any, each file's own.
    """
    found = [finding for check in network.CHECKS for finding in check(roster)]
    for definition in roster.definitions:
        found += (finding for check in contents.CHECKS for finding in check(definition))
        for host in tuple(hosts) or (None,):
            found += ignored_fields(definition, host)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.path, one.line, one.code)))
