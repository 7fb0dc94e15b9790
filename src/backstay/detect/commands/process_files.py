"""Commands that a deployment names: the lines of a Procfile, the services of a compose file."""

import json
import re
import shlex
from collections.abc import Iterator

from backstay.detect.commands.names import Purpose, plain
from backstay.detect.locate import numbered
from backstay.detect.model import Command, Evidence
from backstay.detect.project import Project

_PROCESS = re.compile(r"^([\w-]+):\s*(\S.*)$")
_SERVICE = re.compile(r"^ {2}([\w-]+):\s*$")
_COMMAND = re.compile(r"^( +)command:\s*(\S.*)$")
_ROLES: tuple[tuple[Purpose, frozenset[str]], ...] = (
    ("dev", frozenset({"web", "api", "app", "backend", "server"})),
    (
        "worker",
        frozenset({"worker", "workers", "celery", "celeryworker", "celery-worker", "queue"}),
    ),
    ("migration", frozenset({"release", "migrate", "migration", "migrations"})),
)
_MIGRATES = re.compile(r"migrat|upgrade")


def processed(project: Project, purpose: Purpose) -> Command | None:
    """The process that a Procfile, or else a compose file, has for this purpose."""
    for wanted, names in _ROLES:
        if wanted != purpose:
            continue
        for name, command, evidence in _processes(project):
            fits = name in names and (purpose != "migration" or _MIGRATES.search(command))
            if fits and (text := plain(command)):
                return Command(text, "a process file", evidence)
    return None


def _processes(project: Project) -> Iterator[tuple[str, str, Evidence]]:
    for path in project.matching("Procfile", "Procfile.dev"):
        for number, line in numbered(project.tree.read(path) or ""):
            if match := _PROCESS.match(line):
                yield match.group(1), match.group(2), Evidence(path, number, "configured")
    for path in project.matching("docker-compose*.y*ml", "compose*.y*ml"):
        yield from _compose(project.tree.read(path) or "", path)


def _compose(content: str, path: str) -> Iterator[tuple[str, str, Evidence]]:
    service = indent = ""
    for number, line in numbered(content):
        if match := _SERVICE.match(line):
            service, indent = match.group(1), ""
            continue
        indent = indent or line[: len(line) - len(line.lstrip())]
        # deeper keys of that name are a variable or a label, not what the service runs
        if (match := _COMMAND.match(line)) and match.group(1) == indent:
            yield service, _joined(match.group(2)), Evidence(path, number, "configured")


def _joined(written: str) -> str:
    """A compose command as one line; empty for forms that go on over several lines."""
    if written[0] in "|>&*":
        return ""
    if written.startswith("["):
        try:
            return shlex.join(str(one) for one in json.loads(written))
        except (ValueError, RecursionError, TypeError):
            return ""
    return written.strip("\"'")
