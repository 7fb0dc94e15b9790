"""Which files support the service (tests, documents, tools) and do not belong to it."""

from typing import Literal

_TESTS = frozenset({"test", "tests", "testing", "__tests__", "spec", "specs", "e2e"})
_OTHER = frozenset(
    {"docs", "doc", "example", "examples", "sample", "samples", "demo", "bench", "benchmarks"}
    | {"scripts", "tools", "migrations", "migrate", "alembic", "versions", ".github"}
)
_TEST_ENDINGS = (
    ".test.ts",
    ".test.js",
    ".spec.ts",
    ".spec.js",
    ".test.mjs",
    "_test.py",
    "_test.go",
)
_TOOL_FILES = frozenset({"setup.py", "noxfile.py", "fabfile.py", "conf.py"})

Part = Literal["service", "tests", "other"]


def part_of(path: str) -> Part:
    """The part that a file plays, by its path relative to the project."""
    *folders, name = path.lower().split("/")
    if _TESTS.intersection(folders) or name.startswith("test_") or name.endswith(_TEST_ENDINGS):
        return "tests"
    if name == "conftest.py":
        return "tests"
    if _OTHER.intersection(folders) or (not folders and name in _TOOL_FILES):
        return "other"
    return "service"
