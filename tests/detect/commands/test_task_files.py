"""Targets of Makefiles, justfiles and Taskfiles are found, and nothing that only looks like one."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from backstay.detect.survey import detect


@pytest.mark.parametrize(
    ("file", "content", "command"),
    [
        ("Makefile", "test:\n\tpytest\n", "make test"),
        ("Makefile", "lint test: env\n\tpytest\n", "none"),
        ("Makefile", "test := pytest\n", "none"),
        ("Makefile", "test ?= a:b\n", "none"),
        ("Makefile", ".PHONY: test\n", "none"),
        ("Makefile", "\ttest: not a target\n", "none"),
        ("Makefile", "tests::\n\tpytest\n", "make tests"),
        ("justfile", "@test target='all':\n  pytest\n", "just test"),
        ("justfile", "alias test := check\n", "none"),
        ("justfile", "test := 'x'\n", "none"),
        ("Taskfile.yml", "tasks:\n  test:\n    cmds: [pytest]\n", "task test"),
        ("Taskfile.yml", "tasks:\n  test: pytest\n", "task test"),
        ("Taskfile.yml", "vars:\n  test: pytest\n", "none"),
        ("Taskfile.yml", "tasks:\n  all:\n    test: x\n", "none"),
    ],
)
def test_a_target_is_a_target(
    plant: Callable[[Mapping[str, str]], Path], file: str, content: str, command: str
) -> None:
    assert detect(plant({file: content})).main.variable("test_command").value == command
