"""`make task-demo`: comments on the tasks of timetrack; code, migration, tests, proof, sentence."""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from backstay.agent.demo.place import timetrack
from backstay.agent.work.orchestrate import carry_out
from backstay.agent.work.report import as_lines
from backstay.agent.work.request import Request

TASK = "add comments to tasks"
SHOWN = (
    "src/services/comment_service.py",
    "config/alembic/versions/0005_comments.py",
    "tests/integration/api/test_comments.py",
)
LINES = 24


def show(say: Callable[[str], None]) -> int:
    """Run the demonstration; gives the exit code of the task."""
    with TemporaryDirectory(prefix="backstay-demo-") as folder:
        root = timetrack(Path(folder))
        say(f"$ backstay task {TASK!r}")
        run = carry_out(Request(TASK, root), say)
        for path in SHOWN:
            place = root / path
            if place.is_file():
                say(f"\n--- {path}, its first {LINES} lines")
                say("\n".join(place.read_text(encoding="utf-8").splitlines()[:LINES]))
        say("")
        for line in as_lines(run):
            say(line)
        return run.code


if __name__ == "__main__":
    sys.exit(show(lambda line: print(line, flush=True)))  # noqa: T201 a command of the Makefile
