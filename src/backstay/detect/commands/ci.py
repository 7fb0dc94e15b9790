"""The test command that a CI workflow runs, where the project names none itself."""

import re

from backstay.detect.commands.names import Purpose, plain
from backstay.detect.locate import numbered
from backstay.detect.model import Command, Evidence
from backstay.detect.project import Project

_TESTS = re.compile(
    r"^\s*(?:-\s+)?(?:run:\s*|-\s+)?"
    r"((?:(?:uv|poetry|pdm|pipenv|hatch) run |python3? -m |npx )?"
    r"(?:pytest|tox|nox|vitest|jest|npm (?:run )?test|go test|cargo test)\b[^#|&;]*?)\s*(?:\s#.*)?$"
)


def continuously(project: Project, purpose: Purpose) -> Command | None:
    """The first line of a workflow that starts a test tool; other purposes are not looked for."""
    if purpose != "test":
        return None
    for path in project.matching(
        ".github/workflows/*.yml", ".github/workflows/*.yaml", ".gitlab-ci.yml"
    ):
        for number, line in numbered(project.tree.read(path) or ""):
            if (match := _TESTS.match(line)) and (command := plain(match.group(1))):
                return Command(command, "CI", Evidence(path, number, "configured"))
    return None
