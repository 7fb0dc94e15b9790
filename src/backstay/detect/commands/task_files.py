"""Commands behind a task runner: Makefile, justfile and Taskfile."""

import re
from collections.abc import Mapping

from backstay.detect.commands.names import Purpose, first_name
from backstay.detect.locate import numbered
from backstay.detect.model import Command, Evidence
from backstay.detect.project import Project

# a rule's head; `name := value` and `.PHONY:` are none
_MAKE = re.compile(r"^([A-Za-z][\w.-]*)(?:[ \t][^:=]*)?:(?!=)")
_JUST = re.compile(r"^@?([A-Za-z][\w-]*)(?:\s[^:]*)?:(?!=)")
_TASK = re.compile(r"^ {2}[\"']?([A-Za-z][\w:-]*?)[\"']?:\s*(?:$|[\[{\"'\w#])")

_RUNNERS = (
    ("Makefile", "make", _MAKE),
    ("makefile", "make", _MAKE),
    ("GNUmakefile", "make", _MAKE),
    ("justfile", "just", _JUST),
    ("Justfile", "just", _JUST),
    (".justfile", "just", _JUST),
    ("Taskfile.yml", "task", _TASK),
    ("Taskfile.yaml", "task", _TASK),
)


def tasked(project: Project, purpose: Purpose) -> Command | None:
    """The target of the first task runner that has one for this purpose."""
    for file, runner, pattern in _RUNNERS:
        for path in project.matching(file):
            targets = _targets(project.tree.read(path) or "", pattern, inside=runner == "task")
            if name := first_name(purpose, targets):
                evidence = Evidence(path, targets[name], "configured")
                return Command(f"{runner} {name}", "a task runner", evidence)
    return None


def _targets(content: str, pattern: re.Pattern[str], *, inside: bool) -> Mapping[str, int]:
    """Names of targets with their lines; those of a Taskfile stand under `tasks:` only."""
    found: dict[str, int] = {}
    open_section = not inside
    for number, line in numbered(content):
        if inside and line[:1].isalpha():
            open_section = line.startswith("tasks:")
        if open_section and (match := pattern.match(line)):
            found.setdefault(match.group(1), number)
    return found
