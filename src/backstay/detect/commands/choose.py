"""Which of all the commands that a project shows is the one to type (decision 0031)."""

from collections.abc import Callable, Mapping
from functools import partial

from backstay.detect.commands.ci import continuously
from backstay.detect.commands.declared import configured, scripted
from backstay.detect.commands.names import PURPOSES, Purpose
from backstay.detect.commands.node_tools import node_command
from backstay.detect.commands.other_tools import other_command
from backstay.detect.commands.process_files import processed
from backstay.detect.commands.python_tools import python_command
from backstay.detect.commands.task_files import tasked
from backstay.detect.model import Command
from backstay.detect.project import Project

Source = Callable[[Project, Purpose], Command | None]

_BY_ECOSYSTEM: Mapping[str, Source] = {"python": python_command, "node": node_command}
_CONVENTION = "convention"


def choose_commands(project: Project, ecosystem: str) -> Mapping[Purpose, Command]:
    """At most one command per purpose, from the most explicit place that has one.

    The order: what a person named, what a tool's own file shows, what CI runs, what is usual.

    Args:
        project: The project.
        ecosystem: That of the backend, whose tools are asked.
    """
    tools = _BY_ECOSYSTEM.get(ecosystem, other_command)
    named = (configured, tasked, partial(scripted, ecosystem), processed)
    chosen = {purpose: _choose(project, purpose, named, tools) for purpose in PURPOSES}
    return {purpose: command for purpose, command in chosen.items() if command}


def _choose(
    project: Project, purpose: Purpose, named: tuple[Source, ...], tools: Source
) -> Command | None:
    for source in named:
        if command := source(project, purpose):
            return command
    usual = tools(project, purpose)
    if usual and usual.origin != _CONVENTION:
        return usual
    return continuously(project, purpose) or usual
