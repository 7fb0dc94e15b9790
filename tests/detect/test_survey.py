"""Each project in `projects/` is detected exactly as its file says, line by line."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from backstay.detect.model import Profile
from backstay.detect.survey import detect

PROJECTS = sorted(Path(__file__).with_name("projects").glob("*.yaml"))
ELEVEN = (
    *("tech_stack", "backend_framework", "orm_system"),
    *("src_dirs", "services_dirs", "models_dirs", "utils_dirs"),
    *("dev_command", "test_command", "migration_command", "worker_command"),
)


UNNAMED = ("routes", "tests", "migrations")  # roles of folders that no variable names


def seen(profile: Profile) -> dict[str, Any]:
    """A profile in the words of a project file."""
    return {
        "root": profile.root,
        "language": profile.language,
        "facts": [
            " ".join((fact.kind, fact.name, *map(str, fact.evidence))) for fact in profile.facts
        ],
        "directories": [
            f"{one.role} {one.path}" for one in profile.directories if one.role in UNNAMED
        ],
        "variables": {one.name: one.value for one in profile.variables},
        "commands": [
            f"{one.name} {one.evidence[0]} {one.reason}"
            for one in profile.variables
            if one.name.endswith("_command") and one.found
        ],
        "notices": [str(notice) for notice in profile.notices],
    }


@pytest.mark.parametrize("file", PROJECTS, ids=lambda file: file.stem)
def test_a_project_is_detected_exactly(
    file: Path, plant: Callable[[Mapping[str, str]], Path]
) -> None:
    case = yaml.safe_load(file.read_text(encoding="utf-8"))

    survey = detect(plant(case["files"]))

    expected = [{"notices": [], **profile} for profile in case["expect"]]
    assert expected == [seen(profile) for profile in survey.profiles]


@pytest.mark.parametrize("file", PROJECTS, ids=lambda file: file.stem)
def test_every_fact_is_shown_by_a_line_that_exists(
    file: Path, plant: Callable[[Mapping[str, str]], Path]
) -> None:
    files = yaml.safe_load(file.read_text(encoding="utf-8"))["files"]

    survey = detect(plant(files))

    for profile in survey.profiles:
        for fact in profile.facts:
            assert fact.evidence, fact
            for evidence in fact.evidence:
                lines = files[evidence.path].split("\n")
                assert 1 <= evidence.line <= len(lines), (fact, evidence)
                assert lines[evidence.line - 1].strip() or evidence.how == "present", fact


@pytest.mark.parametrize("file", PROJECTS, ids=lambda file: file.stem)
def test_all_eleven_variables_are_resolved(
    file: Path, plant: Callable[[Mapping[str, str]], Path]
) -> None:
    """R-212: a value with the lines that show it, or `none` with the reason."""
    files = yaml.safe_load(file.read_text(encoding="utf-8"))["files"]

    for profile in detect(plant(files)).profiles:
        assert tuple(variable.name for variable in profile.variables) == ELEVEN
        for variable in profile.variables:
            assert variable.value
            assert variable.reason
            assert variable.found == bool(variable.evidence) or not variable.found


@pytest.mark.parametrize("file", PROJECTS, ids=lambda file: file.stem)
def test_every_folder_is_shown_by_a_file_in_it(
    file: Path, plant: Callable[[Mapping[str, str]], Path]
) -> None:
    files = yaml.safe_load(file.read_text(encoding="utf-8"))["files"]

    for profile in detect(plant(files)).profiles:
        for one in profile.directories:
            assert one.evidence.path in files
            assert one.evidence.path.startswith(one.path) or one.path == "."
            assert (one.evidence.line, one.evidence.how) == (1, "present")


def test_there_are_enough_projects() -> None:
    assert len(PROJECTS) >= 25
